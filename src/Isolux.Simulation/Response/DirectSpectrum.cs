using System.Collections.Immutable;
using Isolux.Simulation.Optics;

namespace Isolux.Simulation.Response;

/// <summary>The colours of the light that leaves the centre unscattered: quantiles of the emission spectrum, weighted with what of them arrives outside.</summary>
internal sealed class DirectSpectrum
{
    private const int Quantiles = 32;

    /// <param name="model">The optics.</param>
    /// <param name="endRadiusMm">Where the light is to arrive, mm.</param>
    public DirectSpectrum(OpticalModel model, double endRadiusMm)
    {
        int[] wavelengths = [.. Enumerable.Range(0, Quantiles).Select(i => model.Scintillation.Draw((i + 0.5f) / Quantiles))];
        Colours = [.. wavelengths.Select(wavelength => new DirectRays(model, wavelength, endRadiusMm))];
        double[] arriving = [.. Colours.Select(FromCentre)];
        Total = arriving.Sum();
        int median = 0;
        for (double below = arriving[0]; below < 0.5 * Total; below += arriving[median])
        {
            median++;
        }

        MedianIndex = wavelengths[median];
    }

    /// <summary>Rays of every colour, equally many photons each at the start.</summary>
    public ImmutableArray<DirectRays> Colours { get; }

    /// <summary>Sum over colours of the weight that arrives from the centre.</summary>
    public double Total { get; }

    /// <summary>Index of the median wavelength of what arrives.</summary>
    public int MedianIndex { get; }

    private static double FromCentre(DirectRays rays)
    {
        double[] scratch = new double[rays.RadiiMm.Length];
        return rays.Follow(0.0, 0.0, scratch, scratch);
    }
}
