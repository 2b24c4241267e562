using System.Collections.Immutable;
using Isolux.Numerics.Interpolation;

namespace Isolux.Detector.Light;

/// <summary>How the scintillator makes light.</summary>
/// <param name="PhotonsPerMeV">Scintillation photons per MeV of quenched energy.</param>
/// <param name="OpticalEfficiency">The one factor tuned to the light yield: multiplies every photon detection efficiency (dimensionless).</param>
/// <param name="EmissionSpectrum">Relative emission density against wavelength in nm; null where <paramref name="FixedWavelengthNm"/> is set.</param>
/// <param name="FixedWavelengthNm">The single wavelength of a monochromatic toy, nm; null for a spectrum.</param>
/// <param name="TimeComponents">Decay components of electrons and gammas (fractions sum to 1).</param>
public sealed record ScintillationModel(
    double PhotonsPerMeV,
    double OpticalEfficiency,
    SampledCurve? EmissionSpectrum,
    double? FixedWavelengthNm,
    ImmutableArray<DecayComponent> TimeComponents)
{
    /// <summary>Mean wavelength of the emission, nm.</summary>
    public double MeanWavelengthNm => FixedWavelengthNm ?? Mean(EmissionSpectrum!);

    private static double Mean(SampledCurve spectrum)
    {
        double sum = 0;
        double weight = 0;
        for (int i = 1; i < spectrum.Abscissae.Length; i++)
        {
            double width = spectrum.Abscissae[i] - spectrum.Abscissae[i - 1];
            double density = 0.5 * (spectrum.Ordinates[i] + spectrum.Ordinates[i - 1]);
            weight += width * density;
            sum += width * density * 0.5 * (spectrum.Abscissae[i] + spectrum.Abscissae[i - 1]);
        }

        return sum / weight;
    }
}
