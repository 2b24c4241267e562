using System.Collections.Immutable;
using Isolux.Calibration.NonLinearity;
using Isolux.Detector;
using Isolux.Detector.Light;
using Isolux.Numerics.Random;
using Isolux.Simulation;
using Isolux.Simulation.Particles;
using Isolux.Strategy.Capsules;
using Isolux.Strategy.Ladder;
using Isolux.Strategy.Run;
using Isolux.Strategy.Summary;

namespace Isolux.Strategy.NonLinearity;

/// <summary>
/// The non-linearity as a run calibrates it: lines of all sources at the centre, a beta spectrum, both models fitted to them together, and the positron scale against the
/// simulated truth.
/// </summary>
internal sealed class NonLinearityStudy(DetectorSimulation simulation, NonLinearityInputs inputs, RunSettings settings)
{
    // Independent error of a line beyond its statistics.
    private const double PointError = 0.001;
    private const double HighestMeV = 8.1;
    private const double LightShare = 0.2;
    private const double LinesShare = 0.35;
    private const double LadderShare = 0.6;
    private const double TruthShare = 0.8;

    private readonly DetectorDescription _detector = simulation.Detector;

    /// <summary>Whether a detector declares what the study needs.</summary>
    public static bool Applies(DetectorDescription detector) =>
        detector is { Electromagnetic: not null, Neutrons: not null, Target: not null, Geometry: not null, Scintillation: not null };

    public NonLinearityOutcome Calibrate(IProgress<double>? progress, CancellationToken cancellation)
    {
        ScintillatorLight light = inputs.Lights.Provide(_detector, PartialProgress.Of(progress, 0.0, LightShare), cancellation);
        EnergyLadder ladder = new(_detector, simulation.Map, new LadderSettings { Seed = settings.Seed, Threads = settings.Threads, EventsPerLine = settings.LadderEvents });
        LadderResult lines = ladder.Measure(PartialProgress.Of(progress, LightShare, LinesShare), cancellation);
        ImmutableArray<CapsuleBias> capsules = CapsuleStudy.Applies(_detector)
            ? new CapsuleStudy(simulation, settings.Capsules, cancellation).Measure(PartialProgress.Of(progress, LinesShare, LadderShare), cancellation)
            : [];
        NonLinearityData gammas = Gammas(lines, ladder.RecoilBiases(lines, cancellation), capsules);
        progress?.Report(LadderShare);
        CentralLight central = new(_detector, settings.LadderEvents, settings.Threads, cancellation);
        double[] truth = [.. PositronClosure.EnergiesMeV.TakeWhile(energy => energy < HighestMeV)
            .Select(energy => central.VisibleMeV(ParticleKind.Positron, energy - PositronClosure.EnergiesMeV[0], cancellation) / energy)];
        progress?.Report(TruthShare);

        BirksCherenkovModel birks = new(light.Electrons);
        ElectromagneticModel declared = _detector.Electromagnetic!;
        double[] electrons = [1.0 / central.UnitMeV, 1e3 * declared.BirksConstantGPerCm2MeV, declared.CherenkovFactor];
        NonLinearityData data = inputs.Beta is { } beta ? Fluctuated(BetaSpectrumTruth.Add(gammas, light.Spectra, birks, electrons, beta)) : gammas;
        NonLinearityCalibrator calibrator = new(new NonLinearitySettings { Seed = settings.Seed, Threads = settings.Threads }, light.Spectra);
        ImmutableArray<IElectronModel> models = [new EmpiricalModel(), birks];
        ImmutableArray<NonLinearityResult> results = [.. models.Select(model => calibrator.Calibrate(data, model, null, cancellation))];
        progress?.Report(1.0);
        NonLinearitySummary summary = new([.. results.Select(result => Summarise(result, results, truth))], [.. lines.Lines.Select(line => SourceLineSummary.Of(line, capsules.FirstOrDefault(bias => bias.Line == line.Name)))]);
        return new NonLinearityOutcome(summary, data, results, [.. truth.Select((ratio, i) => new PositronTruthPoint(PositronClosure.EnergiesMeV[i], ratio))]);
    }

    // Lines whose gammas are known one by one. The recoils of a prompt line are corrected for with the simulated size, and the whole size is kept as an error.
    private NonLinearityData Gammas(
        LadderResult ladder, ImmutableArray<(string Name, double BiasFraction, double Error)> recoils, ImmutableArray<CapsuleBias> computed)
    {
        var points = ImmutableArray.CreateBuilder<GammaPoint>();
        var capsules = ImmutableArray.CreateBuilder<string>();
        foreach (LadderLine line in LadderLine.Of(_detector, _detector.Neutrons!))
        {
            SourceLine measured = ladder.Lines.Single(candidate => candidate.Name == line.Name);
            (_, double bias, double biasError) = recoils.SingleOrDefault(recoil => recoil.Name == line.Name);
            bool isCorrected = line.Kind != LineKind.Prompt || biasError > 0;
            ImmutableArray<double> gammasMeV = line.GammasMeV();
            if (measured.Peak.IsAccepted && isCorrected && !gammasMeV.IsEmpty)
            {
                double error = Math.Sqrt((measured.VisibleRatioError * measured.VisibleRatioError) + (PointError * PointError) + (biasError * biasError));
                points.Add(new GammaPoint(line.Name, gammasMeV, measured.VisibleRatio / (1.0 + bias), error));
                if (line.Kind == LineKind.Capsule)
                {
                    capsules.Add(line.Name);
                }
            }
        }

        ImmutableArray<CorrelatedBias> biases =
        [
            .. computed.IsEmpty ? LadderBiases.OfCapsules(capsules.ToImmutable()) : LadderBiases.OfCapsules(computed, EnergyLadder.Reference),
            .. recoils.Select(recoil => new CorrelatedBias($"recoil in {recoil.Name}", BiasKind.TwoSided, 100.0 * recoil.BiasFraction, null, [recoil.Name])),
            LadderBiases.OfInstrument,
        ];
        return new NonLinearityData("energy ladder", points.ToImmutable(), null, null, biases);
    }

    private NonLinearityData Fluctuated(NonLinearityData expected)
    {
        RandomSequence random = new(settings.Seed, RandomRuns.BetaSpectrum, RandomStream.Toy, 0, 0);
        BetaSpectrumData beta = expected.Beta!;
        double[] counts = [.. beta.ObservedCount];
        for (int bin = 0; bin < counts.Length; bin++)
        {
            counts[bin] += beta.Errors[bin] * random.NextNormal();
        }

        return expected with { Beta = beta with { ObservedCount = [.. counts] } };
    }

    private static NonLinearityModelSummary Summarise(NonLinearityResult result, ImmutableArray<NonLinearityResult> all, double[] truth)
    {
        (double biasPercent, double ownPercent, _) = PositronClosure.Compare([result], truth);
        (_, _, int inside) = PositronClosure.Compare(all, truth);
        return new NonLinearityModelSummary(
            result.Model, result.Fit.Chi2, result.Fit.DegreesOfFreedom, PositronClosure.QuotedPercent(result, all, truth), ownPercent, biasPercent, (double)inside / truth.Length);
    }
}
