using System.Collections.Immutable;

namespace Isolux.Conditions;

/// <summary>
/// Where constants are kept. Every write is one transaction: it happens whole or not at all, whatever other writers do. Members throw
/// <see cref="ConditionsException"/> for what the rules refuse and for a store that cannot be used.
/// </summary>
public interface IConditionsStore
{
    /// <summary>Publishes a payload under a tag.</summary>
    /// <exception cref="ConditionsException">Not accepted and not overridden; wrong type for the tag; overlap; or a tag frozen by a published global tag.</exception>
    PublicationReceipt Publish(PublicationRequest request);

    /// <summary>All tags with their intervals, by name.</summary>
    ImmutableArray<TagTimeline> ListTags();

    /// <summary>One tag with its intervals.</summary>
    /// <exception cref="ConditionsException">There is no such tag.</exception>
    TagTimeline GetTag(PayloadTag tag);

    /// <summary>The payload with this identity.</summary>
    /// <exception cref="ConditionsException">There is no such payload, or its bytes do not match its identity.</exception>
    Payload Read(PayloadId id);

    /// <summary>Payloads whose identity begins with these digits.</summary>
    ImmutableArray<PayloadId> Find(string idPrefix);

    /// <summary>Creates a draft over existing tags, at most one per payload type.</summary>
    /// <exception cref="ConditionsException">The name is taken, a tag does not exist, or two hold the same type.</exception>
    GlobalTag CreateGlobalTag(string name, ImmutableArray<PayloadTag> tags, ChangeNote note);

    /// <summary>Moves a global tag to its next state.</summary>
    /// <exception cref="ConditionsException">There is no such global tag, or the step is not the next one.</exception>
    GlobalTag AdvanceGlobalTag(string name, GlobalTagState next, ChangeNote note);

    /// <summary>All global tags, by name.</summary>
    ImmutableArray<GlobalTag> ListGlobalTags();

    /// <summary>One global tag.</summary>
    /// <exception cref="ConditionsException">There is no such global tag.</exception>
    GlobalTag GetGlobalTag(string name);
}
