using System.Collections.Immutable;

namespace Isolux.Conditions.Payloads;

/// <summary>Looks a radius up among increasing ones.</summary>
internal static class RadialRows
{
    /// <summary>The last row at or inside a radius (never the last of all) and how far the radius lies on the way to the next, clamped into [0, 1].</summary>
    public static (int Row, double Fraction) Below(ImmutableArray<double> radiiMm, double radiusMm)
    {
        int found = radiiMm.BinarySearch(radiusMm);
        int row = Math.Clamp(found >= 0 ? found : ~found - 1, 0, radiiMm.Length - 2);
        return (row, Math.Clamp((radiusMm - radiiMm[row]) / (radiiMm[row + 1] - radiiMm[row]), 0.0, 1.0));
    }
}
