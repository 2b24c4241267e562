using System.Collections.Immutable;

namespace Isolux.Conditions;

/// <summary>One tag per payload type: everything a job needs under one name. Draft, then published, then invalidated, one way.</summary>
public sealed record GlobalTag
{
    /// <summary>A global tag with its history.</summary>
    /// <exception cref="ArgumentException">The name is not usable, or the history is empty or not one way.</exception>
    public GlobalTag(string name, ImmutableSortedDictionary<string, PayloadTag> tags, ImmutableArray<GlobalTagChange> history)
    {
        Name = TagName.Require(name, nameof(name));
        if (history.IsDefaultOrEmpty || !history.Select((change, i) => (int)change.State == i).All(inOrder => inOrder))
        {
            throw new ArgumentException($"The history of global tag '{name}' must begin with a draft and go one way.", nameof(history));
        }

        Tags = tags;
        History = history;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Tag by payload type name.</summary>
    public ImmutableSortedDictionary<string, PayloadTag> Tags { get; }

    /// <summary>Every change of state, oldest first.</summary>
    public ImmutableArray<GlobalTagChange> History { get; }

    /// <summary>Where it stands now.</summary>
    public GlobalTagState State => History[^1].State;

    /// <summary>A new draft.</summary>
    public static GlobalTag Draft(string name, ImmutableSortedDictionary<string, PayloadTag> tags, ChangeNote note) =>
        new(name, tags, [new GlobalTagChange(GlobalTagState.Draft, note)]);

    /// <summary>The tag in its next state.</summary>
    /// <exception cref="ConditionsException">The step is not the next one.</exception>
    public GlobalTag Advance(GlobalTagState next, ChangeNote note)
    {
        if ((int)next != (int)State + 1)
        {
            throw new ConditionsException(
                $"Global tag '{Name}' cannot become {Word(next)} (it is {Word(State)}, and the way is draft, published, invalidated); create a new global tag.");
        }

        if (next == GlobalTagState.Published && Tags.IsEmpty)
        {
            throw new ConditionsException($"Global tag '{Name}' cannot be published (it holds no tags); add at least one tag.");
        }

        return new GlobalTag(Name, Tags, History.Add(new GlobalTagChange(next, note)));
    }

    private static string Word(GlobalTagState state) => state switch
    {
        GlobalTagState.Draft => "a draft",
        GlobalTagState.Published => "published",
        _ => "invalidated",
    };
}
