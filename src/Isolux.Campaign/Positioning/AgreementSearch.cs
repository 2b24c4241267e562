using System.Collections.Immutable;
using System.Numerics;

namespace Isolux.Campaign.Positioning;

/// <summary>
/// Finds the largest group of measures that agree: all of them, else all but one, and so on. With a dozen measures at most every group is tried, so the answer depends on no random draw.
/// Of several groups of one size the one with the least chi2 wins, unless another says something clearly different: then nothing is known.
/// </summary>
internal static class AgreementSearch
{
    /// <summary>A group agrees where its chi2 has at least this probability.</summary>
    public const double LeastProbability = 1e-3;

    // Groups of one place share most of their measures and differ by an error or two; groups with a wrong measure differ by many.
    private const double RivalChi2 = 36.0;

    /// <summary>The best group, or why there is none.</summary>
    /// <param name="count">Measures.</param>
    /// <param name="least">Measures that must agree.</param>
    /// <param name="what">Their name in the plural, for the reason.</param>
    /// <param name="estimate">What a group says; null where it says nothing usable.</param>
    /// <param name="fixOf">The place in an estimate.</param>
    public static (Agreement<T>? Best, string? RefusedBecause) Search<T>(int count, int least, string what, Func<ImmutableArray<int>, T?> estimate, Func<T, PositionFix> fixOf)
        where T : class
    {
        if (count < least)
        {
            return (null, FormattableString.Invariant($"{count} {what} measured the source and at least {least} are needed"));
        }

        for (int size = count; size >= least; size--)
        {
            List<Agreement<T>> agreeing = [];
            foreach (ImmutableArray<int> members in Groups(count, size))
            {
                if (estimate(members) is { } said && fixOf(said).PValue >= LeastProbability)
                {
                    agreeing.Add(new Agreement<T>(members, said));
                }
            }

            if (agreeing.Count == 0)
            {
                continue;
            }

            Agreement<T> best = agreeing.MinBy(group => fixOf(group.Estimate).Chi2)!;
            PositionFix fix = fixOf(best.Estimate);
            return agreeing.Find(group => fix.SquaredDistanceChi2(fixOf(group.Estimate).Position) > RivalChi2) is { } rival
                ? (null, FormattableString.Invariant($"groups of {size} {what} say places {fix.Position.DistanceToMm(fixOf(rival.Estimate).Position) / 10.0:F0} cm apart"))
                : (best, null);
        }

        return (null, FormattableString.Invariant($"no {least} of {count} {what} agree on a place"));
    }

    private static IEnumerable<ImmutableArray<int>> Groups(int count, int size)
    {
        for (uint members = 0; members < 1u << count; members++)
        {
            if (BitOperations.PopCount(members) == size)
            {
                yield return [.. Enumerable.Range(0, count).Where(i => (members >> i & 1) == 1)];
            }
        }
    }
}
