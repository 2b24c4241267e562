using System.Collections.Immutable;

namespace Isolux.Conditions;

/// <summary>
/// The constants of one run, resolved once from a global tag and passed down. A constant that is asked for and not there is an error, never a default.
/// </summary>
public sealed class ConditionsSnapshot
{
    private readonly ImmutableDictionary<Type, Payload> _payloads;
    private readonly ImmutableSortedDictionary<string, PayloadTag> _tags;

    private ConditionsSnapshot(
        string globalTag,
        RunNumber run,
        ImmutableSortedDictionary<string, PayloadTag> tags,
        ImmutableArray<SnapshotEntry> entries,
        IEnumerable<Payload> payloads)
    {
        GlobalTag = globalTag;
        Run = run;
        Entries = entries;
        _tags = tags;
        _payloads = payloads.ToImmutableDictionary(p => p.GetType());
    }

    /// <summary>Name of the global tag.</summary>
    public string GlobalTag { get; }

    /// <summary>The run.</summary>
    public RunNumber Run { get; }

    /// <summary>What was resolved, by payload type, for the manifest.</summary>
    public ImmutableArray<SnapshotEntry> Entries { get; }

    /// <summary>Resolves a global tag for a run.</summary>
    /// <exception cref="ConditionsException">There is no such global tag, or it was invalidated.</exception>
    public static ConditionsSnapshot Resolve(IConditionsStore store, string globalTag, RunNumber run)
    {
        ArgumentNullException.ThrowIfNull(store);
        GlobalTag tag = store.GetGlobalTag(globalTag);
        if (tag.State == GlobalTagState.Invalidated)
        {
            ChangeNote note = tag.History[^1].Note;
            throw new ConditionsException($"Global tag '{globalTag}' must not be used (invalidated by {note.Author}: {note.Reason}); choose another global tag.");
        }

        List<SnapshotEntry> entries = [];
        foreach ((string payloadType, PayloadTag member) in tag.Tags)
        {
            if (store.GetTag(member).At(run) is { } interval)
            {
                entries.Add(new SnapshotEntry(payloadType, member, interval.Iov, interval.Payload));
            }
        }

        return new ConditionsSnapshot(globalTag, run, tag.Tags, [.. entries], entries.Select(e => store.Read(e.Payload)));
    }

    /// <summary>A snapshot of bare payloads that were never published: no store, no tag, no history.</summary>
    /// <exception cref="ArgumentException">Two payloads have the same type.</exception>
    public static ConditionsSnapshot NominalForTestsOnly(params Payload[] payloads)
    {
        PayloadTag tag = new("nominal-for-tests-only");
        RunNumber run = new(0);
        return new ConditionsSnapshot(
            tag.Name,
            run,
            payloads.ToImmutableSortedDictionary(p => p.TypeName, _ => tag),
            [.. payloads.Select(p => new SnapshotEntry(p.TypeName, tag, Iov.From(run), PayloadCodec.Identify(p)))],
            payloads);
    }

    /// <summary>Whether there is a constant of this type.</summary>
    public bool Has<T>()
        where T : Payload, INamedPayload => _payloads.ContainsKey(typeof(T));

    /// <summary>The constant of this type.</summary>
    /// <exception cref="MissingConstantException">The global tag has none for this run.</exception>
    public T Get<T>()
        where T : Payload, INamedPayload
    {
        if (_payloads.TryGetValue(typeof(T), out Payload? payload))
        {
            return (T)payload;
        }

        throw new MissingConstantException(GlobalTag, T.Name, Run, _tags.TryGetValue(T.Name, out PayloadTag tag) ? tag : null);
    }
}
