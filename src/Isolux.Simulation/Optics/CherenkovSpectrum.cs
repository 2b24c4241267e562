using Isolux.Quantities;

namespace Isolux.Simulation.Optics;

/// <summary>
/// Cherenkov light of a particle of velocity beta c in a medium with dispersion (Frank and Tamm 1937):
/// dN/dx dlambda = 2 pi alpha (1 - 1/(n^2 beta^2)) / lambda^2, from the shortest tabulated wavelength to 700 nm; photons outside are not tracked.
/// </summary>
public sealed class CherenkovSpectrum
{
    private const double LongestNm = 700.0;
    private const double MmPerNm = 1e-6;

    /// <summary>The spectrum in the innermost medium of a detector.</summary>
    /// <param name="model">The detector's optics.</param>
    /// <param name="beta">Velocity of the particle over c, in (0, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="beta"/> is outside (0, 1].</exception>
    public CherenkovSpectrum(OpticalModel model, double beta)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (!(beta > 0.0 && beta <= 1.0))
        {
            throw new ArgumentOutOfRangeException(nameof(beta), beta, "The velocity must lie in (0, 1].");
        }

        double[] density = new double[model.Grid.Count];
        double sum = 0.0;
        for (int i = 0; i < density.Length; i++)
        {
            double wavelengthNm = model.Grid.WavelengthNm(i);
            double index = model.RefractiveIndex(0, i);
            double sinSquared = 1.0 - (1.0 / (index * index * beta * beta));
            density[i] = wavelengthNm <= LongestNm && sinSquared > 0 ? sinSquared / (wavelengthNm * wavelengthNm) : 0.0;
            sum += density[i];
        }

        PhotonsPerMm = 2.0 * Math.PI * PhysicalConstants.FineStructure * sum / MmPerNm;
        Spectrum = sum > 0 ? new WavelengthSpectrum(model.Grid, density) : null;
    }

    /// <summary>Photons per mm of track; 0 below threshold.</summary>
    public double PhotonsPerMm { get; }

    /// <summary>The wavelengths of those photons; null below threshold.</summary>
    public WavelengthSpectrum? Spectrum { get; }
}
