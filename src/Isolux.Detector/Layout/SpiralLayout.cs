using System.Collections.Immutable;
using Isolux.Quantities;

namespace Isolux.Detector.Layout;

/// <summary>Points spread evenly over a sphere: cos(theta) = 1 - 2 (i + 1/2) / count, phi = i pi (3 - sqrt 5), the golden angle.</summary>
public static class SpiralLayout
{
    /// <summary>The points in order of i.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public static ImmutableArray<Position> Generate(int count, double radiusMm)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        double goldenAngleRad = Math.PI * (3.0 - Math.Sqrt(5.0));
        return [.. Enumerable.Range(0, count).Select(i => Position.FromSpherical(radiusMm, 1.0 - (2.0 * (i + 0.5) / count), i * goldenAngleRad))];
    }
}
