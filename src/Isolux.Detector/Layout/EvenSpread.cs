using System.Collections.Immutable;

namespace Isolux.Detector.Layout;

/// <summary>Spreads choices evenly over a sequence, without chance.</summary>
public static class EvenSpread
{
    /// <summary>An index into <paramref name="counts"/> for every place, so that each kind keeps its share along the whole sequence.</summary>
    public static ImmutableArray<int> Assign(ImmutableArray<int> counts)
    {
        int total = counts.Sum();
        var used = new long[counts.Length];
        var assigned = ImmutableArray.CreateBuilder<int>(total);
        for (int place = 0; place < total; place++)
        {
            int chosen = 0;
            long largestDebt = long.MinValue;
            for (int kind = 0; kind < counts.Length; kind++)
            {
                long debt = ((place + 1L) * counts[kind]) - (used[kind] * total);
                if (debt > largestDebt)
                {
                    largestDebt = debt;
                    chosen = kind;
                }
            }

            used[chosen]++;
            assigned.Add(chosen);
        }

        return assigned.MoveToImmutable();
    }

    /// <summary>Keeps <paramref name="count"/> elements, spread evenly over the sequence, in their order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative or above the number of elements.</exception>
    public static ImmutableArray<T> Choose<T>(ImmutableArray<T> from, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, from.Length);
        return [.. from.Where((_, i) => ((i + 1L) * count / from.Length) > ((long)i * count / from.Length))];
    }
}
