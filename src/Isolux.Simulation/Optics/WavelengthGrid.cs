namespace Isolux.Simulation.Optics;

/// <summary>
/// The wavelengths photons can have: every nanometre of a range, or the single one of a monochromatic detector. A photon's wavelength is rounded to it.
/// </summary>
public sealed class WavelengthGrid
{
    private const double LowestNm = 200.0;
    private const double HighestNm = 800.0;

    private WavelengthGrid(double firstNm, int count)
    {
        FirstNm = firstNm;
        Count = count;
    }

    /// <summary>Shortest wavelength, nm.</summary>
    public double FirstNm { get; }

    /// <summary>Number of wavelengths, 1 nm apart.</summary>
    public int Count { get; }

    /// <summary>200 to 800 nm, the range of the optical tables.</summary>
    public static WavelengthGrid FullRange { get; } = new(LowestNm, (int)(HighestNm - LowestNm) + 1);

    /// <summary>A single wavelength.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The wavelength is not positive.</exception>
    public static WavelengthGrid Monochromatic(double wavelengthNm)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(wavelengthNm);
        return new(wavelengthNm, 1);
    }

    /// <summary>Wavelength of a grid index, nm.</summary>
    public double WavelengthNm(int index) => FirstNm + index;

    /// <summary>The nearest grid index; the end of the grid for a wavelength outside it.</summary>
    public int IndexOf(float wavelengthNm) => Math.Clamp((int)(wavelengthNm - (float)FirstNm + 0.5f), 0, Count - 1);
}
