using System.Collections.Immutable;
using Isolux.Numerics.Fitting;

namespace Isolux.Calibration.NonLinearity;

/// <summary>f_e(E) = (p0 + p3 E)/(1 + p1 exp(-p2 E)), E in MeV (Daya Bay Collaboration, Nucl. Instrum. Meth. A 940 (2019) 230; JUNO Collaboration, JHEP 03 (2021) 004, eq. 3.3).</summary>
public sealed class EmpiricalModel : IElectronModel
{
    /// <inheritdoc/>
    public string Name => "empirical";

    /// <inheritdoc/>
    public ImmutableArray<FitParameter> Parameters { get; } =
    [
        FitParameter.Free("p0", 1.03),
        FitParameter.Free("p1", 0.15),
        FitParameter.Bounded("p2", 1.5, 0.01, 50.0),
        FitParameter.Free("p3", 0.001),
    ];

    /// <inheritdoc/>
    public void Evaluate(ReadOnlySpan<double> energiesMeV, ReadOnlySpan<double> parameterValues, Span<double> visibleRatio)
    {
        for (int i = 0; i < energiesMeV.Length; i++)
        {
            double energyMeV = energiesMeV[i];
            visibleRatio[i] = (parameterValues[0] + (parameterValues[3] * energyMeV)) / (1.0 + (parameterValues[1] * Math.Exp(-parameterValues[2] * energyMeV)));
        }
    }
}
