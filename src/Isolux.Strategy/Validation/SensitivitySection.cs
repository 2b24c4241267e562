using System.Collections.Immutable;
using System.Globalization;
using Isolux.Detector;
using Isolux.Detector.Light;
using Isolux.Detector.Reactors;
using Isolux.Numerics.Statistics;
using Isolux.Sensitivity.Response;
using Isolux.Sensitivity.Spectra;
using Isolux.Sensitivity.Statistics;
using Isolux.Sensitivity.Studies;

namespace Isolux.Strategy.Validation;

/// <summary>Rates, budget, precision and ratios against published numbers, and pulls of toys.</summary>
/// <param name="detector">A detector that sees reactors.</param>
/// <param name="settings">Statistics.</param>
public sealed class SensitivitySection(DetectorDescription detector, ValidationSettings settings) : IValidationSection
{
    private const double FullPowerYears = 6.5;
    private const double DaysPerYear = 365.25;
    private const int Toys = 4000;
    private static readonly ImmutableArray<string> s_parameters = ["sin2(theta12)", "sin2(theta13)", "dm2_21", "dm2_31"];

    /// <inheritdoc/>
    public string Name => "sensitivity";

    /// <inheritdoc/>
    public ValidationPage Evaluate(IProgress<double>? progress, CancellationToken cancellation)
    {
        if (detector.Reactors is not { } experiment)
        {
            return new ValidationPage("Sensitivity", [$"Detector {detector.Name} declares no reactors."], [], "Nothing to compare.");
        }

        ResolutionModel resolution = experiment.Resolution;
        SensitivityStudy study = new(experiment, resolution);
        ReactorRates rates = new(experiment);
        (double lowRatio, double highRatio) = rates.CommonRatios;
        ValidationTable budget = Budget(study);
        progress?.Report(0.1);
        ValidationTable precision = Precision(study, experiment);
        ValidationTable ratios = Ratios(experiment);
        progress?.Report(0.3);
        cancellation.ThrowIfCancellationRequested();
        SpectrumModel model = new(experiment, new SpectrumSettings { Resolution = resolution, Scale = PositronEnergyScale.Of(experiment), FullPowerDays = FullPowerYears * DaysPerYear });
        ToyResult toys = new ToyStudy(model, ChiSquareForm.Poisson, experiment.Normal, settings.Seed).Run(settings.Scale(Toys), settings.Threads, progress, cancellation);
        return new ValidationPage(
            "Sensitivity to the mass ordering and precision",
            [
                $"All numbers are of average (Asimov) data at the resolution a, b, c = {Text(100.0 * resolution.A, "0.##")}, {Text(100.0 * resolution.B, "0.##")}, {Text(100.0 * resolution.C, "0.##")} %, the combined Neyman and Pearson form, every parameter free. "
                + "Independent public codes differ by 15 % in absolute delta chi2, so ratios are the tight comparison.",
                $"Rates: one common factor between {Text(lowRatio, "0.000")} and {Text(highRatio, "0.000")} turns this prediction into every printed digit of the published rates, so single cores differ by the rounding of the table (half a digit is 0.7 to 1.7 %). Split by the published shares, which have "
                + "three digits, the published total is met core by core. No factor was adjusted; the table of choices says what the common difference can consist of.",
                $"Toys: {settings.Scale(Toys)} spectra of {FullPowerYears} years at full power; nuisance parameters drawn from their priors, shape errors bin by bin, events Poisson; each fitted like data by the Poisson likelihood. An amplitude whose phase is fitted, too, comes out too large by half its relative error, in units of its error: +0.06 for sin2(theta13).",
            ],
            [
                rates.Cores(),
                rates.Choices(),
                budget,
                precision,
                ratios,
                new ValidationTable(
                    "sensitivity-toys", "Pulls of fitted against true values.", ["parameter", "mean pull", "error", "width of pulls", "error"],
                    [.. s_parameters.Zip(toys.Pulls, (name, pulls) => Cells(name, pulls))]),
            ],
            $"Pulls of {toys.Pulls[0].Count} toys ({toys.FailedCount} fits failed): means {string.Join(", ", toys.Pulls.Select(pull => Text(pull.Mean, "+0.00;-0.00;0.00")))}, widths {string.Join(", ", toys.Pulls.Select(pull => Text(pull.StandardDeviation, "0.00")))}; "
            + $"mean chi2 {Text(toys.Chi2.Mean, "0.0")} for {toys.DegreesOfFreedom} degrees of freedom.");
    }

    private static ValidationTable Budget(SensitivityStudy study) => new(
        "sensitivity-budget", "Delta chi2 at 6.5 years of full power, each row with everything of the one above.", ["contents", "NO true", "IO true"],
        [
            .. SensitivityStudy.Steps.Select(step =>
            {
                SensitivityResult result = study.Evaluate(FullPowerYears, MassOrdering.Normal, step.Ingredients);
                return ImmutableArray.Create(step.Name, Text(result.Normal.DeltaChi2, "0.00"), Text(result.Inverted.DeltaChi2, "0.00"));
            }),
        ]);

    private static ValidationTable Precision(SensitivityStudy study, ReactorExperiment experiment) => new(
        "sensitivity-precision", "Precision of the parameters in percent (Isolux / published).", ["calendar days", .. s_parameters],
        [
            .. experiment.PublishedPrecision.Select(row =>
            {
                ParameterPrecision own = study.Precision(row.CalendarDays);
                return ImmutableArray.Create(
                    Text(row.CalendarDays, "0"),
                    $"{Text(own.Sin2Theta12Percent, "0.00")} / {Text(row.Sin2Theta12Percent, "0.0")}",
                    $"{Text(own.Sin2Theta13Percent, "0.0")} / {Text(row.Sin2Theta13Percent, "0.0")}",
                    $"{Text(own.Dm21Percent, "0.00")} / {Text(row.Dm21Percent, "0.0")}",
                    $"{Text(own.Dm31Percent, "0.00")} / {Text(row.Dm31Percent, "0.0")}");
            }),
        ]);

    // Resolutions of the published ratio are sigma/E at 1 MeV: a alone. Bins are equal between 0.8 and 8.2 MeV.
    private static ValidationTable Ratios(ReactorExperiment experiment)
    {
        double Of(double aPercent, EnergyBins bins) => new SensitivityStudy(experiment, new ResolutionModel(0.01 * aPercent, 0.0, 0.0)).DeltaChi2(FullPowerYears, MassOrdering.Normal, Ingredients.All, bins);
        double[] resolution = [.. new[] { 2.9, 3.0, 3.1 }.Select(a => Of(a, EnergyBins.Standard))];
        double[] binning = [.. new[] { 100, 200, 300 }.Select(count => Of(3.0, EnergyBins.Uniform(count, 0.8, 8.2)))];
        return new ValidationTable(
            "sensitivity-ratios", "Ratios of delta chi2, the normal ordering being true.", ["ratio", "Isolux", "published"],
            [
                ["resolution 2.9 % over 3.0 %", Text(resolution[0] / resolution[1], "0.000"), Text(9.7 / 8.5, "0.000")],
                ["resolution 3.1 % over 3.0 %", Text(resolution[2] / resolution[1], "0.000"), Text(7.5 / 8.5, "0.000")],
                ["100 over 200 bins", Text(binning[0] / binning[1], "0.000"), Text(6.0 / 8.5, "0.000")],
                ["300 over 200 bins", Text(binning[2] / binning[1], "0.000"), Text(8.9 / 8.5, "0.000")],
            ]);
    }

    private static ImmutableArray<string> Cells(string name, RunningMoments pulls) =>
        [name, Text(pulls.Mean, "+0.000;-0.000;0.000"), Text(pulls.MeanError, "0.000"), Text(pulls.StandardDeviation, "0.000"), Text(pulls.StandardDeviationError, "0.000")];

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
