using System.Collections.Immutable;
using System.Globalization;
using Isolux.Calibration.Pairs;
using Isolux.Detector;
using Isolux.Detector.Neutrons;
using Isolux.Detector.Sources;
using Isolux.Events.Samples;
using Isolux.Quantities;
using Isolux.Simulation.Response;
using Isolux.Simulation.Samples;
using Isolux.Strategy.Ladder;
using Isolux.Strategy.Report;
using Isolux.Strategy.Run;

namespace Isolux.Strategy.Validation;

/// <summary>
/// The energy ladder of a detector at its centre: peaks of all source lines beside the public draft of JHEP 03 (2021) 004 (figures, about 1 %), what neutron recoils do to prompt lines, where and
/// when neutrons end, and prompt-delayed pairs.
/// </summary>
/// <param name="detector">The detector.</param>
/// <param name="maps">Gives its response map.</param>
/// <param name="settings">Statistics.</param>
public sealed class SourceLinesSection(DetectorDescription detector, ResponseMapProvider maps, ValidationSettings settings) : IValidationSection
{
    private const int FullEvents = 100_000;
    private const int FullDecays = 40_000;
    private const double ReadoutNs = 1000.0;
    private const double VertexSigmaMm = 80.0;

    private static readonly ImmutableDictionary<string, double> s_targets = ImmutableDictionary<string, double>.Empty
        .Add("Ge68", 0.916).Add("Cs137", 0.932).Add("Mn54", 0.947).Add("K40", 0.979).Add("n-H", 1.0).Add("n-C", 1.020).Add("n-C single gamma", 1.027).Add("AmC", 1.033);

    /// <inheritdoc/>
    public string Name => "source-lines";

    /// <inheritdoc/>
    public ValidationPage Evaluate(IProgress<double>? progress, CancellationToken cancellation)
    {
        ResponseMap map = maps.Provide(detector, progress, cancellation);
        EnergyLadder ladder = new(detector, map, new LadderSettings { Seed = settings.Seed, Threads = settings.Threads, EventsPerLine = Math.Max(1000, settings.Scale(FullEvents)) });
        LadderResult result = ladder.Measure(progress, cancellation);
        DetectorSimulation simulation = ladder.Simulation();
        NeutronModel neutrons = detector.Neutrons!;
        ImmutableArray<CalibrationSource> sources = [.. detector.Sources.Where(source => source.Kind == SourceKind.Neutron && source.Decay is not null)];
        var captures = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        var pairs = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        for (int i = 0; i < sources.Length; i++)
        {
            uint run = RandomRuns.NeutronSources + (uint)i;
            CorrelatedDecay[] decays = ladder.NeutronSources(simulation).Simulate(sources[i].Decay!, Position.Centre, settings.Scale(FullDecays), run, cancellation);
            captures.Add(Captures(sources[i], new CaptureSummary(decays, neutrons), neutrons));
            pairs.Add(Pairs(sources[i], decays, result, simulation.DarkNoiseMeanPe, run, 0.0));
            pairs.Add(Pairs(sources[i], decays, result, simulation.DarkNoiseMeanPe, run, VertexSigmaMm));
        }

        ImmutableArray<ImmutableArray<string>> recoils =
            [.. ladder.RecoilBiases(result, cancellation).Select(bias => ImmutableArray.Create(bias.Name, Percent(bias.BiasFraction), Text($"{100.0 * bias.Error:F2} %")))];
        ImmutableArray<SourceLine> compared = [.. result.Lines.Where(line => s_targets.ContainsKey(line.Name) && line.Peak.IsAccepted)];
        double largest = compared.Length == 0 ? double.NaN : compared.Max(line => Math.Abs((line.VisibleRatio / s_targets[line.Name]) - 1.0));
        return new ValidationPage(
            "Source lines at the centre",
            [
                Text($"`{detector.Name}`: {Math.Max(1000, settings.Scale(FullEvents)):N0} events per line at the centre with the response map and dark noise, without capsules. Lines below 2 MeV are fitted with a Gaussian and tails, others with a Gaussian within two sigmas; a fit less probable than 0.001 whose shape is off by more than 4.5 % rms is refused. Peak of n-H over its energy: {result.YieldPePerMeV:F1} PE/MeV."),
                "Targets: public draft of JHEP 03 (2021) 004, read from figures to about 1 %. Ratios are visible over true energy relative to n-H. Widths of electrons at the centre are on the page scintillator-light.",
                Text($"Neutrons: {settings.Scale(FullDecays):N0} decays per source followed from the source to the capture. The map campaign of a run draws capture points from the declared spread instead."),
                Text($"Pairs: prompt above 0.7 MeV (visible), delayed within three sigmas of n-H, 1 us to 1 ms, 1.5 m, decays at the declared rate; vertices true and with {VertexSigmaMm / 10.0:F0} cm per axis. Accidental pairs are counted in off-time windows; the last column is what the rates of prompt-like and delayed-like events give before the distance cut."),
            ],
            [
                new ValidationTable("source-lines", "Peaks of source lines.", ["line", "energy / MeV", "peak / PE", "error", "sigma/E", "ratio", "error", "target", "difference", "chi2/ndf", "verdict"], [.. result.Lines.Select(line => line.Peak.Spectrum.IsEmpty ? Refused(line) : Row(line))]),
                new ValidationTable("source-lines-recoils", "What neutron recoils do to prompt lines: peak with recoils over peak of the gammas alone. Published for 6.13 MeV: about +0.3 % (19.5 keV).", ["line", "bias", "error"], recoils),
                new ValidationTable("source-lines-captures", "Neutrons of sources at the centre.", ["source", "capture time / us", "error", "on carbon", "to thermal / cm", "to capture / cm", "rms per axis / cm", "declared / cm"], captures.ToImmutable()),
                new ValidationTable("source-lines-pairs", "Prompt-delayed pairs.", ["source", "vertex", "decays", "pairs", "accidental", "error", "accidental rate / Hz", "expected / Hz"], pairs.ToImmutable()),
            ],
            Text($"Largest difference of an accepted line from its target {100.0 * largest:F1} %; the targets are good to about 1 %."))
        {
            Peaks = result.Lines.Where(line => !line.Peak.Spectrum.IsEmpty).ToImmutableSortedDictionary(line => "source-lines-" + line.Name.Replace(' ', '-'), Picture),
        };
    }

    private static ImmutableArray<string> Row(SourceLine line)
    {
        bool hasTarget = s_targets.TryGetValue(line.Name, out double target);
        return
        [
            line.Name,
            Text($"{line.EnergyMeV:F3}"),
            Text($"{line.PeakPe:F1}"),
            Text($"{line.PeakPeError:F1}"),
            Text($"{100.0 * line.Peak.Sigma / line.PeakPe:F2} %"),
            Text($"{line.VisibleRatio:F4}"),
            Text($"{line.VisibleRatioError:F4}"),
            hasTarget ? Text($"{target:F3}") : "-",
            hasTarget ? Percent((line.VisibleRatio / target) - 1.0) : "-",
            Text($"{line.Peak.Chi2:F1}/{line.Peak.Ndf}"),
            line.Peak.IsAccepted ? "accepted" : "refused: " + line.Peak.Refusal,
        ];
    }

    private static PeakPicture Picture(SourceLine line) => PeakPicture.Of(line.Peak.IsAccepted ? line.Name : line.Name + ", refused", line.Peak);

    private static ImmutableArray<string> Captures(CalibrationSource source, CaptureSummary summary, NeutronModel model)
    {
        int carbon = Math.Max(0, model.Nuclides.IndexOf(model.Nuclides.FirstOrDefault(nuclide => nuclide.AtomicNumber > 1) ?? model.Nuclides[0]));
        return
        [
            source.Name,
            Text($"{summary.TimeNs.Mean / 1000.0:F1}"),
            Text($"{summary.TimeNs.MeanError / 1000.0:F1}"),
            Text($"{100.0 * summary.Fraction(carbon):F2} %"),
            Text($"{summary.ThermalDistanceMm.Mean / 10.0:F1}"),
            Text($"{summary.CaptureDistanceMm.Mean / 10.0:F1}"),
            Text($"{Math.Sqrt(summary.SquarePerAxisMm2.Mean) / 10.0:F1}"),
            Text($"{source.CaptureSpreadMm / 10.0:F1}"),
        ];
    }

    private ImmutableArray<string> Pairs(CalibrationSource source, CorrelatedDecay[] decays, LadderResult ladder, double darkNoisePe, uint run, double vertexSigmaMm)
    {
        const double PromptThresholdMeV = 0.7;
        const double HighestMeV = 12.0;
        SourceLine delayed = ladder.Lines.Single(line => line.Name == "n-H");
        double thresholdPe = darkNoisePe + (0.2 * ladder.YieldPePerMeV);
        PairSelectionSettings cuts = new()
        {
            PromptLowPe = darkNoisePe + (PromptThresholdMeV * ladder.YieldPePerMeV),
            PromptHighPe = darkNoisePe + (HighestMeV * ladder.YieldPePerMeV),
            DelayedLowPe = delayed.PeakPe - (3.0 * delayed.Peak.Sigma),
            DelayedHighPe = delayed.PeakPe + (3.0 * delayed.Peak.Sigma),
        };
        (TriggeredEvent[] events, double runTimeS) = new TriggerStream(source.RateHz, ReadoutNs, thresholdPe, vertexSigmaMm).Build(decays, darkNoisePe, settings.Seed, run);
        PairSelector selector = new(cuts);
        PairSelectionResult selected = selector.Select(events, runTimeS);
        double expectedHz = selector.ExpectedAccidentalHz(selected.PromptCount / runTimeS, selected.DelayedCount / runTimeS);
        return
        [
            source.Name,
            vertexSigmaMm > 0 ? Text($"{vertexSigmaMm / 10.0:F0} cm") : "true",
            Text($"{decays.Length}"),
            Text($"{selected.Pairs.Length}"),
            Text($"{selected.AccidentalCount:F1}"),
            Text($"{selected.AccidentalCountError:F1}"),
            Text($"{selected.AccidentalRateHz:F2}"),
            Text($"{expectedHz:F2}"),
        ];
    }

    private static ImmutableArray<string> Refused(SourceLine line) =>
        [line.Name, Text($"{line.EnergyMeV:F3}"), "-", "-", "-", "-", "-", "-", "-", "-", "refused: " + line.Peak.Refusal];

    // Adding 0 makes the zero that a small negative number rounds to a positive one.
    private static string Percent(double fraction) => (Math.Round(100.0 * fraction, 2) + 0.0).ToString("+0.00;-0.00", CultureInfo.InvariantCulture) + " %";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
