using System.Runtime.CompilerServices;

namespace Isolux.Simulation.Response;

/// <summary>
/// Rows and columns of a hit pattern. Row 0 is the centre; the other rows are cells of radius, even in r^2 inside <see cref="EdgeFraction"/> of the outer radius and even,
/// and narrower, in r beyond it, where total reflection draws sharp rings. The opening angle gamma between source and sensor, seen from the detector centre, enters as
/// s = sin(gamma/2), half the chord between the two directions, which needs no trigonometry: columns are even in s.
/// </summary>
internal sealed class PatternGrid
{
    public const int InnerCells = 32;
    public const int EdgeCells = 64;
    public const int RadialCells = InnerCells + EdgeCells;
    public const int Rows = RadialCells + 1;
    public const int AngularCells = 256;
    public const int TimeAngularCells = 32;
    public const int TimeCells = 2048;
    public const double TimeCellNs = 0.5;

    /// <summary>Where the first time cell begins: light in water is faster than its reference in the scintillator.</summary>
    public const double EarliestDelayNs = -24.0;
    private const double EdgeFraction = 0.85;
    private readonly double[] _middlesMm = new double[Rows];

    public PatternGrid(double outerRadiusMm)
    {
        OuterRadiusMm = outerRadiusMm;
        for (int cell = 0; cell < RadialCells; cell++)
        {
            _middlesMm[cell + 1] = outerRadiusMm * (cell < InnerCells
                ? EdgeFraction * Math.Sqrt((cell + 0.5) / InnerCells)
                : EdgeFraction + ((1.0 - EdgeFraction) * (cell - InnerCells + 0.5) / EdgeCells));
        }
    }

    public double OuterRadiusMm { get; }

    /// <summary>Radius to which a row belongs, mm.</summary>
    public double RadiusMm(int row) => _middlesMm[row];

    /// <summary>The row whose cell holds a radius; never row 0.</summary>
    public int Row(double radiusMm)
    {
        double fraction = radiusMm / OuterRadiusMm;
        int cell = fraction < EdgeFraction
            ? (int)(fraction * fraction * (InnerCells / (EdgeFraction * EdgeFraction)))
            : InnerCells + (int)((fraction - EdgeFraction) * (EdgeCells / (1.0 - EdgeFraction)));
        return Math.Min(cell, RadialCells - 1) + 1;
    }

    /// <summary>The last row at or inside a radius, and how far the radius lies on the way to the next; the last two rows beyond the outermost middle.</summary>
    public (int Row, float Fraction) Below(double radiusMm)
    {
        int row = Row(radiusMm);
        row = Math.Min(radiusMm < _middlesMm[row] ? row - 1 : row, Rows - 2);
        double fraction = (radiusMm - _middlesMm[row]) / (_middlesMm[row + 1] - _middlesMm[row]);
        return (row, (float)Math.Min(fraction, 1.0));
    }

    /// <summary>s = sin(gamma/2) from the cosine of the opening angle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float HalfChord(float cosGamma) => MathF.Sqrt(MathF.Max(0.0f, 0.5f * (1.0f - cosGamma)));

    /// <summary>The column of s.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Angular(float halfChord) => Math.Min((int)(halfChord * AngularCells), AngularCells - 1);

    /// <summary>The coarser column of the time table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int TimeAngular(float halfChord) => Math.Min((int)(halfChord * TimeAngularCells), TimeAngularCells - 1);

    /// <summary>The time cell of a delay in ns; the last one holds everything later.</summary>
    public static int Time(double delayNs) => Math.Clamp((int)((delayNs - EarliestDelayNs) / TimeCellNs), 0, TimeCells - 1);
}
