using System.Runtime.CompilerServices;

namespace Isolux.Simulation.Response;

/// <summary>
/// Cells of a hit pattern. Radius is divided evenly in r^2. The opening angle gamma between source and sensor, seen from the detector centre, enters as
/// s = sin(gamma/2), half the chord between the two directions, which needs no trigonometry: cells are even in s.
/// </summary>
internal sealed record PatternGrid(double OuterRadiusMm)
{
    public const int RadialCells = 48;
    public const int AngularCells = 256;
    public const int TimeAngularCells = 32;
    public const int TimeCells = 2048;
    public const double TimeCellNs = 0.5;

    /// <summary>The radial cell of a node.</summary>
    public int Radial(double radiusMm)
    {
        double fraction = radiusMm / OuterRadiusMm;
        return Math.Min((int)(fraction * fraction * RadialCells), RadialCells - 1);
    }

    /// <summary>
    /// The cell centre below a radius as a real number; between the centre of the detector (-1) and that of the first cell (0) it grows with the radius itself, as
    /// the anisotropy of the light does. Clamped to the outermost cell centre.
    /// </summary>
    public double RadialCoordinate(double radiusMm)
    {
        double fraction = radiusMm / OuterRadiusMm;
        double coordinate = (fraction * fraction * RadialCells) - 0.5;
        return coordinate < 0 ? (fraction * Math.Sqrt(2.0 * RadialCells)) - 1.0 : Math.Min(coordinate, RadialCells - 1.0);
    }

    /// <summary>s = sin(gamma/2) from the cosine of the opening angle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float HalfChord(float cosGamma) => MathF.Sqrt(MathF.Max(0.0f, 0.5f * (1.0f - cosGamma)));

    /// <summary>The angular cell of s.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Angular(float halfChord) => Math.Min((int)(halfChord * AngularCells), AngularCells - 1);

    /// <summary>The coarser angular cell of the time table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int TimeAngular(float halfChord) => Math.Min((int)(halfChord * TimeAngularCells), TimeAngularCells - 1);

    /// <summary>The time cell of a flight time in ns; the last one holds everything later.</summary>
    public static int Time(double timeNs) => Math.Clamp((int)(timeNs / TimeCellNs), 0, TimeCells - 1);
}
