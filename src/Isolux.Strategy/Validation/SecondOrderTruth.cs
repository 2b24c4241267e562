using System.Collections.Immutable;
using Isolux.Calibration.NonLinearity;
using Isolux.Conditions.Payloads;
using Isolux.Detector.Materials;
using Isolux.Numerics.Fitting;
using Isolux.Numerics.Interpolation;
using Isolux.Simulation.Particles;

namespace Isolux.Strategy.Validation;

/// <summary>
/// A non-linearity that no fitted model can represent: the integral of 1/(1 + kB S + C S^2) over the total stopping power S, with the second-order term of C. N. Chou,
/// Phys. Rev. 87 (1952) 904, and Cherenkov light.
/// </summary>
internal sealed class SecondOrderTruth : IElectronModel
{
    private const double BirksGPerCm2MeV = 5e-3;
    private const double SecondOrder = 1e-4;
    private const double CherenkovFactor = 0.8;
    private const double LowestMeV = 1e-4;
    private const int StepsPerDecade = 60;

    private readonly SampledCurve _ratio;
    private readonly SampledCurve _cherenkov;

    public SecondOrderTruth(MaterialComposition material, ElectronLightPayload light)
    {
        ElectronCollisions collisions = new(material);
        double Share(double energyMeV)
        {
            double stopping = collisions.StoppingMeVCm2PerG(ParticleKind.Electron, energyMeV);
            return 1.0 / (1.0 + (BirksGPerCm2MeV * stopping) + (SecondOrder * stopping * stopping));
        }

        int steps = (int)Math.Ceiling(StepsPerDecade * Math.Log10(light.EnergiesMeV[^1] / LowestMeV));
        double[] energies = [.. Enumerable.Range(0, steps + 1).Select(i => LowestMeV * Math.Pow(light.EnergiesMeV[^1] / LowestMeV, (double)i / steps))];
        double[] ratio = new double[energies.Length];
        double sum = energies[0] * Share(energies[0]);
        ratio[0] = Share(energies[0]);
        for (int i = 1; i < energies.Length; i++)
        {
            double width = energies[i] - energies[i - 1];
            sum += width / 6.0 * (Share(energies[i - 1]) + (4.0 * Share(energies[i] - (0.5 * width))) + Share(energies[i]));
            ratio[i] = sum / energies[i];
        }

        _ratio = new SampledCurve(energies, ratio);
        _cherenkov = new SampledCurve(light.EnergiesMeV.AsSpan(), light.CherenkovRatio.AsSpan());
    }

    public string Name => "second-order";

    public ImmutableArray<FitParameter> Parameters => [];

    public void Evaluate(ReadOnlySpan<double> energiesMeV, ReadOnlySpan<double> parameterValues, Span<double> visibleRatio)
    {
        for (int i = 0; i < energiesMeV.Length; i++)
        {
            visibleRatio[i] = _ratio.Evaluate(energiesMeV[i]) + (CherenkovFactor * _cherenkov.Evaluate(energiesMeV[i]));
        }
    }
}
