using Isolux.Conditions.Payloads;
using Isolux.Numerics.Interpolation;

namespace Isolux.Calibration.NonLinearity;

/// <summary>Light of gammas from the light of their electrons, tabulated gammas joined by a spline in ln E.</summary>
internal sealed class GammaFold(SourceSpectraPayload spectra)
{
    private readonly double[] _logEnergies = [.. spectra.Lines.Select(line => Math.Log(line.EnergyMeV))];

    /// <summary>Kinetic energies of electrons at which a model is needed, MeV.</summary>
    public double[] ElectronEnergiesMeV { get; } = [.. spectra.ElectronEnergiesMeV];

    /// <summary>Visible over true energy of a single gamma against ln(E/MeV).</summary>
    public CubicSpline Fold(ReadOnlySpan<double> electronRatio)
    {
        double[] visibleRatio = new double[_logEnergies.Length];
        for (int line = 0; line < visibleRatio.Length; line++)
        {
            GammaLineSpectrum spectrum = spectra.Lines[line];
            double visibleMeV = 0.0;
            for (int node = 0; node < electronRatio.Length; node++)
            {
                visibleMeV += spectrum.ElectronYield[node] * ElectronEnergiesMeV[node] * electronRatio[node];
            }

            visibleRatio[line] = visibleMeV / spectrum.EnergyMeV;
        }

        return new CubicSpline(_logEnergies, visibleRatio);
    }
}
