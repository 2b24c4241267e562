using System.Collections.Immutable;
using Isolux.Calibration.NonLinearity;
using Isolux.Numerics.Fitting;

namespace Isolux.Tests.Calibration.NonLinearity;

/// <summary>
/// Quenching with a second-order term, 1/(1 + kB S + C S^2) (C. N. Chou, Phys. Rev. 87 (1952) 904), and Cherenkov light: a truth that neither fitted model can represent.
/// </summary>
internal sealed class SecondOrderQuenching : IElectronModel
{
    public string Name => "second-order";

    public ImmutableArray<FitParameter> Parameters => [];

    public void Evaluate(ReadOnlySpan<double> energiesMeV, ReadOnlySpan<double> parameterValues, Span<double> visibleRatio)
    {
        for (int i = 0; i < energiesMeV.Length; i++)
        {
            double stopping = ToyScintillator.Stopping(energiesMeV[i]);
            visibleRatio[i] = 1.04 * ((1.0 / (1.0 + (7e-3 * stopping) + (3e-4 * stopping * stopping))) + (0.6 * ToyScintillator.Cherenkov(energiesMeV[i])));
        }
    }
}
