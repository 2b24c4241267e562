namespace Isolux.Simulation.Optics;

/// <summary>A spectrum on a <see cref="WavelengthGrid"/> from which indices are drawn by inversion, with a guide table for the start of the search.</summary>
public sealed class WavelengthSpectrum
{
    private const int GuideCells = 2048;
    private readonly float[] _cumulative;
    private readonly ushort[] _guide;

    /// <summary>A spectrum from its relative densities at the grid's wavelengths.</summary>
    /// <param name="grid">The wavelengths.</param>
    /// <param name="density">One non-negative relative density per wavelength; at least one is positive.</param>
    /// <exception cref="ArgumentException">The lengths differ, a density is negative or not finite, or all are zero.</exception>
    public WavelengthSpectrum(WavelengthGrid grid, ReadOnlySpan<double> density)
    {
        ArgumentNullException.ThrowIfNull(grid);
        double total = 0.0;
        foreach (double value in density)
        {
            total += value;
        }

        if (density.Length != grid.Count || density.ContainsAnyInRange(double.NegativeInfinity, -double.Epsilon) || !double.IsFinite(total) || total <= 0)
        {
            throw new ArgumentException("A spectrum needs one non-negative density per grid wavelength and a positive sum.", nameof(density));
        }

        Grid = grid;
        _cumulative = new float[density.Length];
        double sum = 0.0;
        for (int i = 0; i < density.Length; i++)
        {
            sum += density[i];
            _cumulative[i] = (float)(sum / total);
        }

        _guide = new ushort[GuideCells];
        int index = 0;
        for (int cell = 0; cell < GuideCells; cell++)
        {
            while (index < density.Length - 1 && _cumulative[index] <= (float)cell / GuideCells)
            {
                index++;
            }

            _guide[cell] = (ushort)index;
        }
    }

    /// <summary>The wavelengths the indices refer to.</summary>
    public WavelengthGrid Grid { get; }

    /// <summary>The grid index for a uniform number in (0, 1).</summary>
    public int Draw(float uniform)
    {
        int index = _guide[(int)(uniform * GuideCells)];
        while (index < _cumulative.Length - 1 && _cumulative[index] <= uniform)
        {
            index++;
        }

        return index;
    }

    /// <summary>The grid index of the spectrum cut off below <paramref name="lowest"/>; that index itself where nothing of the spectrum is left.</summary>
    public int DrawNotBelow(int lowest, float uniform)
    {
        float below = lowest == 0 ? 0.0f : _cumulative[lowest - 1];
        float drawn = below + (uniform * (1.0f - below));
        return Math.Max(lowest, Draw(Math.Min(drawn, 0.99999994f)));
    }
}
