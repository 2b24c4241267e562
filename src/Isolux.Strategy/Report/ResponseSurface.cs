using System.Collections.Immutable;

namespace Isolux.Strategy.Report;

/// <summary>
/// A response over equal cells of x = (r/R)^3 in [0, 1] and y = cos(theta) in [-1, 1], the coordinates in which cells have equal volume. The value of a cell is
/// taken at its centre; NaN where there is none.
/// </summary>
public sealed record ResponseSurface
{
    /// <summary>Radius R at the outer edge, m.</summary>
    public required double TargetRadiusM { get; init; }

    /// <summary>Cells along x.</summary>
    public required int RadialCells { get; init; }

    /// <summary>Cells along y.</summary>
    public required int PolarCells { get; init; }

    /// <summary>Response (dimensionless); element i + RadialCells j belongs to cell i of x and cell j of y, both from small to large.</summary>
    public required ImmutableArray<double> Values { get; init; }

    /// <summary>Calibration points to draw on it.</summary>
    public ImmutableArray<SurfacePoint> Points { get; init; } = [];
}
