using System.Collections.Immutable;
using Isolux.Quantities;

namespace Isolux.Campaign.Engine;

/// <summary>Median of ultrasonic fixes, coordinate by coordinate: outliers do not move it.</summary>
public static class UltrasonicMedian
{
    /// <summary>The median; null where too few fixes agree with it.</summary>
    /// <param name="fixes">Fixes.</param>
    /// <param name="toleranceMm">A fix this close to the median agrees, mm.</param>
    /// <param name="agreeing">How many must.</param>
    public static Position? Of(ImmutableArray<Position> fixes, double toleranceMm, int agreeing)
    {
        if (fixes.Length < agreeing || fixes.IsEmpty)
        {
            return null;
        }

        Position median = new(Median(fixes.Select(f => f.XMm)), Median(fixes.Select(f => f.YMm)), Median(fixes.Select(f => f.ZMm)));
        return fixes.Count(f => f.DistanceToMm(median) <= toleranceMm) >= agreeing ? median : null;
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
