using Isolux.Numerics.Interpolation;
using Isolux.Quantities;

namespace Isolux.Simulation.Particles;

/// <summary>
/// Cherenkov photons per length of an electron: dN/dx = 2 pi alpha integral (1 - 1/(beta n)^2) d lambda / lambda^2 over the part of the band where
/// beta n is above 1 (I. M. Frank and I. E. Tamm, 1937).
/// </summary>
public sealed class CherenkovYield
{
    /// <summary>Short end of the band in which photons are counted, nm.</summary>
    public const double MinimumWavelengthNm = 200.0;

    /// <summary>Long end of the band in which photons are counted, nm.</summary>
    public const double MaximumWavelengthNm = 700.0;

    private const int Bins = 500;

    private readonly SampledCurve _refractiveIndex;

    /// <summary>The yield in a medium with a refractive index against the vacuum wavelength in nm.</summary>
    public CherenkovYield(SampledCurve refractiveIndex)
    {
        ArgumentNullException.ThrowIfNull(refractiveIndex);
        _refractiveIndex = refractiveIndex;
    }

    /// <summary>Photons per mm of an electron of a kinetic energy in MeV.</summary>
    public double PhotonsPerMm(double energyMeV)
    {
        double gamma = (energyMeV / PhysicalConstants.ElectronMassMeV) + 1.0;
        double inverseBeta2 = gamma * gamma / ((gamma * gamma) - 1.0);
        const double widthNm = (MaximumWavelengthNm - MinimumWavelengthNm) / Bins;
        double sum = 0.0;
        for (int bin = 0; bin < Bins; bin++)
        {
            double wavelengthNm = MinimumWavelengthNm + ((bin + 0.5) * widthNm);
            double index = _refractiveIndex.Evaluate(wavelengthNm);
            sum += Math.Max(0.0, 1.0 - (inverseBeta2 / (index * index))) / (wavelengthNm * wavelengthNm);
        }

        const double nmPerMm = 1e6;
        return 2.0 * Math.PI * PhysicalConstants.FineStructure * sum * widthNm * nmPerMm;
    }

    /// <summary>Kinetic energy in MeV below which no photon of the band is made.</summary>
    public double ThresholdMeV()
    {
        double largest = 0.0;
        for (double wavelengthNm = MinimumWavelengthNm; wavelengthNm <= MaximumWavelengthNm; wavelengthNm += 1.0)
        {
            largest = Math.Max(largest, _refractiveIndex.Evaluate(wavelengthNm));
        }

        return PhysicalConstants.ElectronMassMeV * ((1.0 / Math.Sqrt(1.0 - (1.0 / (largest * largest)))) - 1.0);
    }
}
