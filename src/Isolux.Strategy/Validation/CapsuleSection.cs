using System.Collections.Immutable;
using System.Globalization;
using Isolux.Calibration.Peaks;
using Isolux.Detector;
using Isolux.Simulation.Capsules;
using Isolux.Simulation.Response;
using Isolux.Strategy.Capsules;
using Isolux.Strategy.Ladder;
using Isolux.Strategy.Report;
using Isolux.Strategy.Run;

namespace Isolux.Strategy.Validation;

/// <summary>What capsules and their fixture do to source lines at the centre, beside the published bounds, and how it depends on sizes nobody published.</summary>
/// <param name="detector">The detector, with capsules.</param>
/// <param name="maps">Gives its response map.</param>
/// <param name="settings">Statistics.</param>
public sealed class CapsuleSection(DetectorDescription detector, ResponseMapProvider maps, ValidationSettings settings) : IValidationSection
{
    private const int FullEvents = 200_000;
    private const int FullShadowEvents = 40_000;
    private const int FullPhotons = 40_000_000;
    private const int Groups = 20;
    private const int PrintedAngles = 12;
    private const double VariedShare = 0.4;
    private const double EnergyLossBoundPercent = 0.06;
    private const double ShadowingBoundPercent = 0.15;

    /// <inheritdoc/>
    public string Name => "capsule";

    /// <inheritdoc/>
    public ValidationPage Evaluate(IProgress<double>? progress, CancellationToken cancellation)
    {
        ResponseMap map = maps.Provide(detector, progress, cancellation);
        DetectorSimulation simulation = new(detector, map, new RunSettings { Seed = settings.Seed, Threads = settings.Threads });
        CapsuleStudySettings full = new(
            settings.Seed, settings.Threads, Math.Max(5000, settings.Scale(FullEvents)), Groups, Math.Max(2000, settings.Scale(FullShadowEvents)), Math.Max(1_000_000, settings.Scale(FullPhotons)))
        {
            FurtherShapes = [PeakShape.Gaussian, PeakShape.GaussianWithTails],
        };
        CapsuleStudy study = new(simulation, full, cancellation);
        ImmutableArray<CapsuleBias> biases = study.Measure(progress, cancellation);
        CapsuleStudy varied = new(simulation, full with { Events = (int)(VariedShare * full.Events), ShadowEvents = (int)(VariedShare * full.ShadowEvents), FurtherShapes = [] }, cancellation);
        ImmutableArray<CapsuleLine> capsules = [.. study.Lines.Where(line => line.Line.Kind == LineKind.Capsule)];
        return new ValidationPage(
            "Capsules of sources",
            [
                Text($"`{detector.Name}`: sources at the centre in steel and PTFE between connector and weight, as `capsules.json` declares them. Energy loss: {full.Events:N0} decays per line with and without the capsule, same random numbers, both peaks fitted alike; errors by a jackknife over 20 groups. Shadowing: light of {full.ShadowEvents:N0} decays, 100 photons each, followed from where the decays that leave their whole energy in the scintillator make it; met surfaces reflect diffusely. A photon counts with the probability of detection in its direction, from {full.Photons:N0} photons tracked from the centre (mean {100.0 * study.Detection.MeanProbability:F2} %)."),
                Text($"Published bounds (JHEP 03 (2021) 004): energy loss below {EnergyLossBoundPercent:F2} % after the fit (an earlier draft: 0.09 %), shadowing below {ShadowingBoundPercent:F2} %. Both make the peak lower."),
                "Captures (n-H) happen around the neutron source with its declared spread and see its capsule from outside. Prompt lines are simulated without their neutrons.",
            ],
            [
                new ValidationTable("capsule-biases", "Biases of source lines at the centre.", ["line", "energy / MeV", "energy loss", "error", "shadowing", "error", "both", "error"], [.. biases.Select(Row)]),
                new ValidationTable("capsule-energy-loss", "Energy lost in steel and PTFE: decays that leave more than 1 keV there, and the shift of the peak by a Gaussian with exponential and flat tails and by a Gaussian within two sigmas. Tails and chi2 are those of the fit of the line: with tails below 2 MeV, a Gaussian above. Lines marked alone are without the weaker gammas of their source.", ["line", "touched", "with tails", "error", "Gaussian alone", "error", "exponential tail", "flat tail", "chi2/ndf", "verdict"], [.. biases.Concat(Alone(study, cancellation)).Select(EnergyLossRow)]),
                new ValidationTable("capsule-shadowing", "Light that meets capsule and fixture, by the body it meets first: fraction of all light, and what it takes from the peak.", ["line", "body", "met", "bias", "error"], [.. biases.SelectMany(ShadowingRows)]),
                new ValidationTable("capsule-directions", "Detection of light from the centre by the direction in which it leaves, over the mean: why hiding a pole costs less than its solid angle.", ["polar angle / degrees", "detection over mean", "error"], Directions(study.Detection)),
                new ValidationTable("capsule-sizes", "Sizes nobody published, changed one at a time.", ["line", "changed", "energy loss", "error", "shadowing", "error"], [.. new[] { capsules[0], capsules[^1] }.SelectMany(line => Variations(varied, line, cancellation))]),
            ],
            Conclusion(biases))
        {
            Peaks = biases.ToImmutableSortedDictionary(bias => "capsule-" + bias.Line.Replace(' ', '-'), bias => PeakPicture.Of(bias.Line + " in its capsule", bias.EnergyLoss.Peak)),
        };
    }

    private static string Conclusion(ImmutableArray<CapsuleBias> biases)
    {
        CapsuleBias loss = biases.MinBy(bias => bias.EnergyLoss.Bias.ValuePercent)!;
        CapsuleBias shadow = biases.MinBy(bias => bias.Shadowing.Bias.ValuePercent)!;
        return Text($"Largest energy loss {Percent(loss.EnergyLoss.Bias.ValuePercent)} +- {loss.EnergyLoss.Bias.ErrorPercent:F3} % ({loss.Line}; published bound {EnergyLossBoundPercent:F2} %), largest shadowing {Percent(shadow.Shadowing.Bias.ValuePercent)} +- {shadow.Shadowing.Bias.ErrorPercent:F3} % ({shadow.Line}; published bound {ShadowingBoundPercent:F2} %).");
    }

    private static ImmutableArray<string> Row(CapsuleBias bias)
    {
        (MeasuredPercent loss, MeasuredPercent shadow) = (bias.EnergyLoss.Bias, bias.Shadowing.Bias);
        MeasuredPercent both = new(loss.ValuePercent + shadow.ValuePercent, Math.Sqrt((loss.ErrorPercent * loss.ErrorPercent) + (shadow.ErrorPercent * shadow.ErrorPercent)));
        return [bias.Line, Text($"{bias.EnergyMeV:F3}"), .. Cells(loss), .. Cells(shadow), .. Cells(both)];
    }

    private static ImmutableArray<string> EnergyLossRow(CapsuleBias bias)
    {
        EnergyLoss loss = bias.EnergyLoss;
        return
        [
            bias.Line,
            Text($"{100.0 * loss.TouchedFraction:F1} %"),
            .. loss.Biases.TryGetValue(PeakShape.GaussianWithTails, out MeasuredPercent tailed) ? Cells(tailed) : ["-", "-"],
            .. Cells(loss.Biases[PeakShape.Gaussian]),
            Text($"{100.0 * loss.Peak.ExponentialFraction:F1} %"),
            Text($"{100.0 * loss.Peak.FlatFraction:F1} %"),
            Text($"{loss.Peak.Chi2:F1}/{loss.Peak.Ndf}"),
            loss.Peak.IsAccepted ? "accepted" : "refused: " + loss.Peak.Refusal,
        ];
    }

    // Lines whose fit has companions, without them: what the description of the companions adds to the bias.
    private static IEnumerable<CapsuleBias> Alone(CapsuleStudy study, CancellationToken cancellation) =>
        study.Lines.Select(line => line.Alone()).OfType<CapsuleLine>().SelectMany(line => study.Measure(line, [line.Capsule], cancellation));

    private static IEnumerable<ImmutableArray<string>> ShadowingRows(CapsuleBias bias) =>
        bias.Shadowing.Parts.Select(part => ImmutableArray.Create(bias.Line, part.Body, Text($"{100.0 * part.MetFraction:F3} %"), Cells(part.Bias)[0], Cells(part.Bias)[1]));

    private static ImmutableArray<ImmutableArray<string>> Directions(DirectionalDetection detection)
    {
        int bins = detection.Probabilities.Length / PrintedAngles;
        double mean = detection.MeanProbability;
        return
        [
            .. Enumerable.Range(0, PrintedAngles).Select(angle =>
            {
                double probability = detection.Probabilities.Skip(angle * bins).Take(bins).Average();
                double error = Math.Sqrt(detection.Errors.Skip(angle * bins).Take(bins).Sum(value => value * value)) / bins;
                return (ImmutableArray<string>)[Text($"{180 * angle / PrintedAngles} to {180 * (angle + 1) / PrintedAngles}"), Text($"{probability / mean:F3}"), Text($"{error / mean:F3}")];
            }),
        ];
    }

    private static IEnumerable<ImmutableArray<string>> Variations(CapsuleStudy study, CapsuleLine line, CancellationToken cancellation)
    {
        ImmutableArray<CapsuleVariation> variations = [new("nothing", line.Capsule), .. CapsuleVariation.Of(line.Capsule)];
        ImmutableArray<CapsuleBias> biases = study.Measure(line, [.. variations.Select(variation => variation.Capsule)], cancellation);
        return variations.Zip(biases, (variation, bias) =>
            (ImmutableArray<string>)[line.Name, variation.What, .. Cells(bias.EnergyLoss.Bias), .. Cells(bias.Shadowing.Bias)]);
    }

    private static ImmutableArray<string> Cells(MeasuredPercent measured) => [Percent(measured.ValuePercent), Text($"{measured.ErrorPercent:F3} %")];

    // Adding 0 makes the zero that a small negative number rounds to a positive one.
    private static string Percent(double percent) => (Math.Round(percent, 3) + 0.0).ToString("+0.000;-0.000", CultureInfo.InvariantCulture) + " %";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
