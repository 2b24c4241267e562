using System.Collections.Immutable;

namespace Isolux.Conditions;

/// <summary>The intervals of one tag in run order; no two overlap. Holds the rule by which an interval is added.</summary>
public sealed record TagTimeline
{
    /// <summary>A timeline from its intervals.</summary>
    /// <exception cref="ArgumentException">Two intervals overlap.</exception>
    public TagTimeline(PayloadTag tag, string payloadType, ImmutableArray<TagInterval> intervals)
    {
        Tag = tag;
        PayloadType = payloadType;
        Intervals = [.. intervals.OrderBy(i => i.Iov.First)];
        for (int i = 1; i < Intervals.Length; i++)
        {
            if (Intervals[i - 1].Iov.Overlaps(Intervals[i].Iov))
            {
                throw new ArgumentException($"Intervals {Intervals[i - 1].Iov} and {Intervals[i].Iov} of tag '{tag}' overlap.", nameof(intervals));
            }
        }
    }

    /// <summary>Name of the tag.</summary>
    public PayloadTag Tag { get; }

    /// <summary>Type name of every payload in it.</summary>
    public string PayloadType { get; }

    /// <summary>Intervals in run order.</summary>
    public ImmutableArray<TagInterval> Intervals { get; }

    /// <summary>The interval that holds the run; null where none does.</summary>
    public TagInterval? At(RunNumber run) => Intervals.FirstOrDefault(i => i.Iov.Contains(run));

    /// <summary>
    /// The timeline with one interval more. An open interval ends where the new one begins; content that is already valid over the whole new
    /// interval opens none.
    /// </summary>
    /// <exception cref="ConditionsException">The new interval overlaps one that is not its open predecessor.</exception>
    public (TagTimeline Timeline, PublicationOutcome Outcome) Add(TagInterval added)
    {
        ArgumentNullException.ThrowIfNull(added);
        TagInterval? before = At(added.Iov.First);
        if (before is not null && before.Payload == added.Payload && Covers(before.Iov, added.Iov))
        {
            return (this, PublicationOutcome.AlreadyValid);
        }

        ImmutableArray<TagInterval> kept = Intervals;
        if (before is { Iov.Next: null } && before.Iov.First < added.Iov.First)
        {
            kept = kept.Replace(before, before with { Iov = new Iov(before.Iov.First, added.Iov.First) });
        }

        TagInterval? clash = kept.FirstOrDefault(i => i.Iov.Overlaps(added.Iov));
        if (clash is not null)
        {
            throw new ConditionsException(
                $"Interval {added.Iov} cannot be added to tag '{Tag}' (it overlaps {clash.Iov}); choose runs outside it or another tag.");
        }

        return (new TagTimeline(Tag, PayloadType, kept.Add(added)), PublicationOutcome.Opened);
    }

    private static bool Covers(Iov outer, Iov inner) =>
        outer.First <= inner.First && (outer.Next is not { } outerEnd || (inner.Next is { } innerEnd && innerEnd <= outerEnd));
}
