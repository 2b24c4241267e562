using System.Collections.Immutable;
using Isolux.Conditions.Payloads;
using Isolux.Numerics.Fitting;
using Isolux.Numerics.Interpolation;

namespace Isolux.Calibration.NonLinearity;

/// <summary>
/// f_e(E) = A [Q(E; kB)/E + fC C(E)/E]: scintillation quenched as dL/dx ~ (dE/dx)/(1 + kB dE/dx) (J. B. Birks, The Theory and Practice of Scintillation
/// Counting, 1964) and Cherenkov light, both tabulated for one delta-ray cut.
/// </summary>
/// <param name="light">Light of electrons; kB and fC mean what they mean there.</param>
public sealed class BirksCherenkovModel(ElectronLightPayload light) : IElectronModel
{
    private const double Unit = 1e-3;

    /// <inheritdoc/>
    public string Name => "birks-cherenkov";

    /// <summary>A, kB in 1e-3 g/cm2/MeV (inside the tabulated range) and fC.</summary>
    public ImmutableArray<FitParameter> Parameters { get; } =
    [
        FitParameter.Free("A", 1.05),
        FitParameter.Bounded("kB", 8.0, light.BirksConstantsGPerCm2MeV[0] / Unit, light.BirksConstantsGPerCm2MeV[^1] / Unit),
        FitParameter.Free("fC", 0.7),
    ];

    /// <inheritdoc/>
    public void Evaluate(ReadOnlySpan<double> energiesMeV, ReadOnlySpan<double> parameterValues, Span<double> visibleRatio)
    {
        CubicSpline curve = light.CurveAt(parameterValues[1] * Unit, parameterValues[2]);
        for (int i = 0; i < energiesMeV.Length; i++)
        {
            visibleRatio[i] = parameterValues[0] * curve.Evaluate(Math.Log(energiesMeV[i]));
        }
    }
}
