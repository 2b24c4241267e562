using System.Collections.Immutable;

namespace Isolux.Conditions;

/// <summary>Compares two global tags payload by payload, over every stretch of runs where either changes.</summary>
public static class GlobalTagComparison
{
    /// <summary>Every stretch of runs with different payloads, by payload type and run; empty when the tags agree everywhere.</summary>
    /// <exception cref="ConditionsException">A global tag does not exist.</exception>
    public static ImmutableArray<ConditionsDifference> Compare(IConditionsStore store, string leftName, string rightName)
    {
        ArgumentNullException.ThrowIfNull(store);
        GlobalTag left = store.GetGlobalTag(leftName);
        GlobalTag right = store.GetGlobalTag(rightName);
        return
        [
            .. left.Tags.Keys.Union(right.Tags.Keys)
                .Order(StringComparer.Ordinal)
                .SelectMany(type => Compare(store, type, Intervals(store, left, type), Intervals(store, right, type))),
        ];
    }

    private static ImmutableArray<TagInterval> Intervals(IConditionsStore store, GlobalTag globalTag, string type) =>
        globalTag.Tags.TryGetValue(type, out PayloadTag tag) ? store.GetTag(tag).Intervals : [];

    private static IEnumerable<ConditionsDifference> Compare(
        IConditionsStore store,
        string type,
        ImmutableArray<TagInterval> left,
        ImmutableArray<TagInterval> right)
    {
        List<RunNumber> bounds = [.. left.Concat(right)
            .SelectMany(i => i.Iov.Next is { } next ? [i.Iov.First, next] : new[] { i.Iov.First })
            .Distinct()
            .Order()];
        for (int i = 0; i < bounds.Count; i++)
        {
            Iov runs = new(bounds[i], i + 1 < bounds.Count ? bounds[i + 1] : null);
            PayloadId? leftId = left.FirstOrDefault(x => x.Iov.Contains(runs.First))?.Payload;
            PayloadId? rightId = right.FirstOrDefault(x => x.Iov.Contains(runs.First))?.Payload;
            if (leftId != rightId)
            {
                yield return new ConditionsDifference(type, runs, leftId, rightId, Headlines(store, leftId, rightId));
            }
        }
    }

    private static ImmutableArray<HeadlineDifference> Headlines(IConditionsStore store, PayloadId? leftId, PayloadId? rightId)
    {
        if (leftId is not { } leftPayload || rightId is not { } rightPayload)
        {
            return [];
        }

        ImmutableArray<HeadlineValue> left = store.Read(leftPayload).Headlines;
        ImmutableArray<HeadlineValue> right = store.Read(rightPayload).Headlines;
        return
        [
            .. left.Select(h => h.Name).Union(right.Select(h => h.Name)).Select(name => new HeadlineDifference(
                name,
                left.FirstOrDefault(h => h.Name == name),
                right.FirstOrDefault(h => h.Name == name))),
        ];
    }
}
