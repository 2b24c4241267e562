using Isolux.Conditions;

namespace Isolux.Cli.Commands;

/// <summary>How constants look as JSON.</summary>
internal static class ConditionsReport
{
    public static object Of(TagTimeline tag) => new
    {
        Tag = tag.Tag.Name,
        Type = tag.PayloadType,
        Intervals = tag.Intervals.Select(Of),
    };

    public static object Of(GlobalTag tag) => new
    {
        tag.Name,
        tag.State,
        Tags = tag.Tags.ToDictionary(t => t.Key, t => t.Value.Name),
        History = tag.History.Select(h => new { h.State, h.Note.Author, h.Note.Reason, h.Note.Time }),
    };

    public static object Of(ConditionsDifference difference) => new
    {
        Type = difference.PayloadType,
        FirstRun = difference.Runs.First.Value,
        NextRun = difference.Runs.Next?.Value,
        Left = difference.Left?.Hex,
        Right = difference.Right?.Hex,
        Headlines = difference.Headlines.Select(h => new { h.Name, Left = h.Left?.Value, Right = h.Right?.Value, h.Difference, Unit = (h.Left ?? h.Right)?.Unit }),
    };

    private static object Of(TagInterval interval) => new
    {
        FirstRun = interval.Iov.First.Value,
        NextRun = interval.Iov.Next?.Value,
        Payload = interval.Payload.Hex,
        interval.Verdict,
        interval.Published.Author,
        interval.Published.Reason,
        interval.Published.Time,
        OverrideAuthor = interval.Override?.Author,
        OverrideReason = interval.Override?.Reason,
    };
}
