using System.Collections.Immutable;
using System.Globalization;
using Isolux.Calibration.Transparency;
using Isolux.Detector;
using Isolux.Detector.Transparency;
using Isolux.Events.Beams;
using Isolux.Numerics.Fitting;
using Isolux.Numerics.Statistics;
using Isolux.Simulation.Response;
using Isolux.Strategy.Report;
using Isolux.Strategy.Transparency;

namespace Isolux.Strategy.Validation;

/// <summary>Closure, precision and robustness of the transparency from laser beams.</summary>
/// <param name="detector">The detector.</param>
/// <param name="store">Keeps templates.</param>
/// <param name="settings">Statistics.</param>
public sealed class TransparencySection(DetectorDescription detector, IMapStore store, ValidationSettings settings) : IValidationSection
{
    private const int Toys = 300;
    private const int Measurements = 8;
    private const long MicroPulses = 50;
    private const long ToyPulses = 1000;
    private const long OtherPhotons = 1_000_000;
    private const long NuisancePhotons = 2_000_000;
    private const double ChangedLength = 0.96;
    private const int Evidence = 3;
    private const int Discovery = 5;
    private static readonly (double Absorption, double Scattering)[] s_scintillators = [(1.0, 1.0), (1.0 / ChangedLength, 1.0), (1.3, 0.85), (0.8, 1.2)];
    private static readonly TransparencySettings s_statistics = new() { ChannelErrorFraction = 0.0, ReemissionErrorFraction = 0.0 };

    /// <inheritdoc/>
    public string Name => "transparency";

    /// <inheritdoc/>
    public ValidationPage Evaluate(IProgress<double>? progress, CancellationToken cancellation)
    {
        TransparencyMonitor monitor = detector.Transparency
            ?? throw new InvalidSpecificationException(new SpecificationFault(detector.Name, "$.transparency", null, "the detector declares no laser beams", "add the section 'transparency'"));
        ImmutableArray<ImmutableArray<BeamTemplate>> templates =
        [
            .. monitor.WavelengthsNm.Select((nm, i) => Provider(i == 0 ? new BeamTemplateSettings().PhotonCount : OtherPhotons).Provide(detector, monitor.Beams, nm, null, cancellation)),
        ];
        progress?.Report(0.2);
        ImmutableArray<BeamTemplate> first = templates[0];
        TransparencyClosure closure = new(detector, first, settings.Seed, settings.Threads);
        double logFactor = -Math.Log(ChangedLength);
        ImmutableArray<TransparencyToy> toys = closure.Pseudo(settings.Scale(Toys), logFactor, ToyPulses, new TransparencySettings { ReemissionErrorFraction = 0.0 }, cancellation);
        progress?.Report(0.4);
        int measurements = Math.Min(Measurements, settings.Scale(Measurements));
        long pulses = Math.Max(5, (long)(MicroPulses * Math.Min(1.0, settings.StatisticsFactor)));
        ImmutableArray<ImmutableArray<TransparencyResult>> micro =
            [.. s_scintillators.Select((s, i) => closure.Micro(s.Absorption, s.Scattering, measurements, pulses, (uint)(i * Measurements), cancellation))];
        progress?.Report(0.7);
        ImmutableArray<TransparencyNuisance> nuisances = new TransparencyNuisances(detector, first[0].WavelengthNm, Photons(NuisancePhotons), settings.Seed, settings.Threads).Evaluate(logFactor, null, cancellation);
        progress?.Report(0.9);
        TransparencyPrecision precision = new(detector, first);
        long evidence = precision.PulsesFor(logFactor, Evidence);
        long discovery = precision.PulsesFor(logFactor, Discovery);
        RunningMoments absorption = Moments([.. micro.Zip(s_scintillators, (fits, truth) => fits.Select(fit => AbsorptionPull(fit, truth.Absorption))).SelectMany(pull => pull)]);
        RunningMoments rayleigh = Moments([.. micro.Zip(s_scintillators, (fits, truth) => fits.Select(fit => RayleighPull(fit, truth.Scattering))).SelectMany(pull => pull)]);
        return new ValidationPage(
            "Transparency from laser beams",
            Method(monitor, measurements, pulses, toys.Length),
            [
                new ValidationTable("transparency-precision", Text($"Expected errors after {ToyPulses} pulses of each beam ({ToyPulses / monitor.PulseRateHz:F0} s)"), ["wavelength (nm)", "absorption (m)", "statistics (m)", "with channels and re-emission (m)", "Rayleigh (m)", "statistics (m)", "with both (m)", "attenuation (m)", "with both (m)", "change of absorption (%)"], [.. templates.Select(Precision)]),
                new ValidationTable("transparency-detection", Text($"An absorption length shorter by {100.0 * (1.0 - ChangedLength):F0} %"), ["significance", "pulses of each beam, now and in the reference", "seconds per beam", "photons per beam"], [Detection(monitor, Evidence, evidence), Detection(monitor, Discovery, discovery)]),
                new ValidationTable("transparency-micro", "Photon-by-photon measurements in other scintillators, fitted with the templates of the declared one", ["absorption coefficient", "Rayleigh coefficient", "absorption (m), true", "fitted, mean", "mean pull", "Rayleigh (m), true", "fitted, mean", "mean pull", "smallest p"], [.. micro.Zip(s_scintillators, (fits, truth) => Micro(fits, truth.Absorption, truth.Scattering))]),
                new ValidationTable("transparency-toys", "Pulls of pseudo-experiments", ["quantity", "mean", "error", "width", "error"], [.. ToyPulls(toys).Select(pull => Row(pull.Title, pull.Moments))]),
                new ValidationTable("transparency-claims", Text($"What a shifter would claim at {Evidence} sigma, of {toys.Length} pseudo-experiments"), ["truth", "claimed"], Claims(toys)),
                new ValidationTable("transparency-nuisances", "Wrong assumptions, one at a time (percent of the length)", ["wrong assumption", "absorption", "Rayleigh", Text($"change found for {100.0 * (ChangedLength - 1.0):F0} %"), "change claimed when it arises in between"], [.. nuisances.Select(Row)]),
            ],
            Text($"Pulls of {absorption.Count} photon-by-photon measurements: absorption length mean {absorption.Mean:F2} ± {absorption.MeanError:F2}, width {absorption.StandardDeviation:F2} ± {absorption.StandardDeviationError:F2}; Rayleigh length {rayleigh.Mean:F2} ± {rayleigh.MeanError:F2} and {rayleigh.StandardDeviation:F2} ± {rayleigh.StandardDeviationError:F2}. An absorption length shorter by {100.0 * (1.0 - ChangedLength):F0} % shows with {Evidence} sigma after {evidence} pulses of each beam ({evidence / monitor.PulseRateHz:F0} s) and with {Discovery} sigma after {discovery} ({discovery / monitor.PulseRateHz:F0} s), against a reference of the same length."))
        {
            Pulls = ToyPulls(toys).ToImmutableSortedDictionary(pull => "transparency-" + pull.Title.Replace(' ', '-'), pull => pull),
            Curves = ImmutableSortedDictionary<string, CurvePicture>.Empty.Add("transparency-exposure", Exposure(monitor, precision)),
            Transparency = micro[0][0],
        };
    }

    private BeamTemplateProvider Provider(long photons) => new(store, new BeamTemplateSettings { PhotonCount = Photons(photons) }, settings.Threads);

    private long Photons(long photons) => Math.Max(BeamTemplateSettings.LeastPhotons, (long)(photons * settings.StatisticsFactor));

    private ImmutableArray<string> Method(TransparencyMonitor monitor, int measurements, long pulses, int toys) =>
    [
        Text($"`{detector.Name}` with {monitor.Beams.Length} beams of {monitor.PhotonsPerPulse:N0} photons per pulse at {monitor.PulseRateHz:F0} Hz; method in `docs/methods/transparency.md`. All numbers of the beams are assumptions of the detector's document."),
        Text($"Micro simulation: {measurements} measurements of {pulses} pulses per beam in each of {s_scintillators.Length} scintillators, dark noise included, fitted with templates of the declared scintillator reweighted to theirs; errors are statistics of pulses and templates. The chance that one of the {s_scintillators.Length * measurements * 2} pulls exceeds 4 is 0.25 %."),
        Text($"Pseudo-experiments: {toys} times a reference and a measurement of {ToyPulses} pulses per beam with an absorption length shorter by {100.0 * (1.0 - ChangedLength):F0} %, Poisson counts, channels unknown to 1 %, light of groups off by the statistics of the template. Claims without a change are false alarms (0.27 % expected)."),
        "Wrong assumptions: expected light simulated with the assumption replaces the measurement; the last but one column has it wrong in both reference and measurement, the last in the measurement alone. The first row repeats the simulation with other photons and shows its noise; the other rows share their photons with the fit as far as the assumption leaves them alike, and most of it cancels. Spread efficiencies are those of one draw, of which the fit knows nothing.",
    ];

    private ImmutableArray<string> Precision(ImmutableArray<BeamTemplate> templates)
    {
        TransparencyPrecision precision = new(detector, templates);
        TransparencyResult statistics = precision.Lengths(ToyPulses, s_statistics);
        TransparencyResult full = precision.Lengths(ToyPulses, new TransparencySettings());
        TransparencyChange change = precision.Change(0.0, ToyPulses);
        return
        [
            Text($"{statistics.WavelengthNm}"), Text($"{statistics.AbsorptionLengthM:F1}"), Text($"{statistics.AbsorptionErrorM:F2}"), Text($"{full.AbsorptionErrorM:F2}"),
            Text($"{statistics.RayleighLengthM:F2}"), Text($"{statistics.RayleighErrorM:F3}"), Text($"{full.RayleighErrorM:F3}"),
            Text($"{full.AttenuationLengthM:F2}"), Text($"{full.AttenuationErrorM:F3}"), Text($"{change.AbsorptionErrorPercent:F2}"),
        ];
    }

    private static ImmutableArray<string> Detection(TransparencyMonitor monitor, int significance, long pulses) =>
        [Text($"{significance} sigma"), Text($"{pulses}"), Text($"{pulses / monitor.PulseRateHz:F1}"), Text($"{(double)pulses * monitor.PhotonsPerPulse:G3}")];

    private ImmutableArray<string> Micro(ImmutableArray<TransparencyResult> fits, double absorption, double scattering) =>
    [
        Text($"{absorption:F3}"), Text($"{scattering:F2}"),
        Text($"{Truth(fits[0].WavelengthNm).AbsorptionM / absorption:F2}"), Text($"{fits.Average(fit => fit.AbsorptionLengthM):F2}"), Text($"{fits.Average(fit => AbsorptionPull(fit, absorption)):F2}"),
        Text($"{Truth(fits[0].WavelengthNm).RayleighM / scattering:F2}"), Text($"{fits.Average(fit => fit.RayleighLengthM):F3}"), Text($"{fits.Average(fit => RayleighPull(fit, scattering)):F2}"),
        Text($"{fits.Min(fit => fit.Fit.PValue):G2}"),
    ];

    // Errors are symmetric in the logarithms that are fitted.
    private double AbsorptionPull(TransparencyResult fit, double factor) =>
        Math.Log(fit.AbsorptionLengthM * factor / Truth(fit.WavelengthNm).AbsorptionM) * fit.AbsorptionLengthM / fit.AbsorptionErrorM;

    private double RayleighPull(TransparencyResult fit, double factor) =>
        Math.Log(fit.RayleighLengthM * factor / Truth(fit.WavelengthNm).RayleighM) * fit.RayleighLengthM / fit.RayleighErrorM;

    private (double AbsorptionM, double RayleighM) Truth(double wavelengthNm)
    {
        Isolux.Detector.Materials.OpticalMedium scintillator = detector.Media[detector.Geometry!.Shells[0].Medium];
        return (scintillator.AbsorptionLengthMm!.Evaluate(wavelengthNm) / 1000.0, scintillator.RayleighLengthMm!.Evaluate(wavelengthNm) / 1000.0);
    }

    private ImmutableArray<PullPicture> ToyPulls(ImmutableArray<TransparencyToy> toys)
    {
        double change = 100.0 * (ChangedLength - 1.0);
        return
        [
            Pulls("absorption length", toys.Select(toy => AbsorptionPull(toy.Lengths, 1.0 / ChangedLength))),
            Pulls("Rayleigh length", toys.Select(toy => RayleighPull(toy.Lengths, 1.0))),
            Pulls("change of absorption length", toys.Select(toy => (toy.Change.AbsorptionLengthPercent - change) / toy.Change.AbsorptionErrorPercent)),
            Pulls("change of Rayleigh length", toys.Select(toy => toy.Change.RayleighLengthPercent / toy.Change.RayleighErrorPercent)),
        ];

        static PullPicture Pulls(string title, IEnumerable<double> pulls) => new(title, [.. pulls], "pseudo-experiments");
    }

    private static ImmutableArray<ImmutableArray<string>> Claims(ImmutableArray<TransparencyToy> toys)
    {
        return [[Text($"shorter by {100.0 * (1.0 - ChangedLength):F0} %"), Share(toy => toy.Change)], ["no change", Share(toy => toy.FalseChange)]];

        string Share(Func<TransparencyToy, TransparencyChange> fit)
        {
            int claimed = toys.Count(toy => fit(toy).Fit.Status == FitStatus.Converged && Math.Abs(fit(toy).AbsorptionLengthPercent) > Evidence * fit(toy).AbsorptionErrorPercent);
            return Text($"{claimed} of {toys.Length}");
        }
    }

    private static CurvePicture Exposure(TransparencyMonitor monitor, TransparencyPrecision precision)
    {
        long[] pulses = [30, 100, 300, 1000, 3000, 10_000, 30_000, 100_000];
        ImmutableArray<double> seconds = [.. pulses.Select(count => count / monitor.PulseRateHz)];
        return new CurvePicture(
            "Error of the absorption length against exposure, all beams of one wavelength.",
            "time per beam (s)",
            "error of the absorption length (%)",
            [
                new PictureCurve("change since a reference as long", seconds, [.. pulses.Select(count => precision.Change(0.0, count).AbsorptionErrorPercent)]),
                Lengths("length, statistics and template", s_statistics),
                Lengths("length, channels to 1 % and re-emission to 10 %", new TransparencySettings()),
                Lengths("length, channels to 8 % and re-emission to 10 %", new TransparencySettings { ChannelErrorFraction = 0.08 }),
            ]);

        PictureCurve Lengths(string name, TransparencySettings unknown) =>
            new(name, seconds, [.. pulses.Select(count => precision.Lengths(count, unknown)).Select(fit => 100.0 * fit.AbsorptionErrorM / fit.AbsorptionLengthM)]);
    }

    private static RunningMoments Moments(ImmutableArray<double> pulls) => new PullPicture("", pulls).Moments;

    private static ImmutableArray<string> Row(string name, RunningMoments moments) =>
        [name, Text($"{moments.Mean:F3}"), Text($"{moments.MeanError:F3}"), Text($"{moments.StandardDeviation:F3}"), Text($"{moments.StandardDeviationError:F3}")];

    private static ImmutableArray<string> Row(TransparencyNuisance nuisance) =>
        [nuisance.Name, Text($"{nuisance.AbsorptionBiasPercent:F2}"), Text($"{nuisance.RayleighBiasPercent:F2}"), Text($"{nuisance.ChangePercent:F2}"), Text($"{nuisance.FalseChangePercent:F2}")];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
