using System.Collections.Immutable;
using Isolux.Calibration.NonLinearity;
using Isolux.Calibration.Resolution;
using Isolux.Conditions.Payloads;
using Isolux.Detector.Light;
using Isolux.Simulation.Particles;
using Isolux.Testing.Particles;

namespace Isolux.Tests.Calibration.NonLinearity;

/// <summary>A scintillator with primary electrons of the laboratory medium and light curves in closed form, and data of a calibration with nine gammas and 12B.</summary>
internal static class ToyScintillator
{
    private static readonly ImmutableArray<double> NodesMeV = Logarithmic(5e-4, 20.0, 120);
    private static readonly double[] GammasMeV = [0.05, 0.1, 0.2, 0.35, 0.511, 0.662, 0.835, 1.246, 1.461, 2.223, 3.0, 3.899, 4.439, 6.129, 7.637, 10.0, 12.0, 20.0];

    public static SourceSpectraPayload Spectra { get; } = MakeSpectra();

    public static ElectronLightPayload Light { get; } = MakeLight();

    public static BetaIsotope Boron12 { get; } = new("12B", 6, 12, 0.0048, [new(0.988, 13.369, [], 0.0), new(0.012, 8.930, [4.439], 0.0)]);

    /// <summary>dE/dx averaged over a track, MeV cm2/g: an easy stand-in for the integral.</summary>
    public static double Stopping(double energyMeV) => 1.9 * (1.0 + Math.Pow(0.15 / energyMeV, 0.75));

    public static double Cherenkov(double energyMeV) => 0.065 * energyMeV * energyMeV / ((energyMeV * energyMeV) + 0.6);

    /// <summary>Data that a model predicts exactly.</summary>
    /// <param name="model">The model.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="withBeta">Whether there is a 12B spectrum of 60,000 decays.</param>
    /// <param name="biases">Correlated biases.</param>
    public static NonLinearityData Predict(IElectronModel model, double[] parameters, bool withBeta, params ImmutableArray<CorrelatedBias> biases)
    {
        double[] lines = [0.511, 0.662, 0.835, 1.246, 1.461, 2.223, 3.899, 6.129, 7.637];
        ImmutableArray<double> edges = [.. Enumerable.Range(0, 45).Select(i => 4.0 + (0.25 * i))];
        NonLinearityData empty = new(
            "toy",
            [.. lines.Select(energy => new GammaPoint($"{energy} MeV", [energy], 1.0, 0.002))],
            withBeta ? new BetaSpectrumData(Boron12, edges, [.. new double[44]], [.. Enumerable.Repeat(1.0, 44)], [], new ResolutionModel(0.03, 0.008, 0.01)) : null,
            null,
            biases);
        double[] values = new double[lines.Length + (withBeta ? 44 : 0)];
        new NonLinearityPredictor(empty, Spectra).Predict(model, withBeta ? [.. parameters, 60_000.0] : parameters, values);
        return WithValues(empty, values, [.. values.Skip(lines.Length).Select(count => Math.Sqrt(count + 10.0))]);
    }

    /// <summary>The same data with other values: ratios, then counts.</summary>
    public static NonLinearityData WithValues(NonLinearityData data, double[] values, ImmutableArray<double> countErrors) => data with
    {
        Gammas = [.. data.Gammas.Select((point, i) => point with { VisibleRatio = values[i] })],
        Beta = data.Beta is { } beta ? beta with { ObservedCount = [.. values.Skip(data.Gammas.Length)], Errors = countErrors } : null,
    };

    private static SourceSpectraPayload MakeSpectra()
    {
        PrimaryElectronSampler sampler = new(new ShowerSimulator(LaboratoryScintillator.Detector(LaboratoryScintillator.ReferenceModel("D"))), NodesMeV, threads: 2);
        return new SourceSpectraPayload(
            NodesMeV,
            [.. GammasMeV.Select((energy, i) => new GammaLineSpectrum(energy, sampler.Sample(energy, 1000, 1, (uint)i, CancellationToken.None)))],
            [0.1, 20.0],
            [1.0, 1.0],
            "laboratory scintillator");
    }

    private static ElectronLightPayload MakeLight()
    {
        ImmutableArray<double> energies = Logarithmic(1e-3, 20.0, 60);
        ImmutableArray<double> birks = [.. Enumerable.Range(0, 9).Select(k => 3e-3 * k)];
        return new ElectronLightPayload(
            energies,
            birks,
            [.. birks.SelectMany(kB => energies.Select(energy => 1.0 / (1.0 + (kB * Stopping(energy)))))],
            [.. energies.Select(Cherenkov)],
            0.08,
            "closed form");
    }

    private static ImmutableArray<double> Logarithmic(double lowest, double highest, int steps) =>
        [.. Enumerable.Range(0, steps + 1).Select(i => lowest * Math.Pow(highest / lowest, (double)i / steps))];
}
