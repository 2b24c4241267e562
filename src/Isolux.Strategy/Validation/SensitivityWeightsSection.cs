using System.Collections.Immutable;
using System.Globalization;
using Isolux.Detector;
using Isolux.Detector.Reactors;
using Isolux.Sensitivity.Spectra;
using Isolux.Sensitivity.Studies;

namespace Isolux.Strategy.Validation;

/// <summary>The weights of the constant and the noise term in the effective resolution, with the mock spectra they come from.</summary>
/// <param name="detector">A detector that sees reactors.</param>
/// <param name="settings">Threads.</param>
public sealed class SensitivityWeightsSection(DetectorDescription detector, ValidationSettings settings) : IValidationSection
{
    /// <inheritdoc/>
    public string Name => "sensitivity-weights";

    /// <inheritdoc/>
    public ValidationPage Evaluate(IProgress<double>? progress, CancellationToken cancellation)
    {
        if (detector.Reactors is not { } experiment)
        {
            return new ValidationPage("Weights of the resolution", [$"Detector {detector.Name} declares no reactors."], [], "Nothing to derive.");
        }

        WeightResult result = new WeightStudy(experiment, new WeightSettings { Threads = settings.Threads }).Derive(progress, cancellation);
        WeightRow headline = result.Headline;
        double upperMeV = headline.ConstantWeight * headline.ConstantWeight;
        double lowerMeV = headline.InverseNoiseWeight * headline.InverseNoiseWeight;
        double spreadPercent = 100.0 * Math.Sqrt(Math.Max(0.0, (upperMeV / lowerMeV) - 1.0));
        return new ValidationPage(
            "Weights of the resolution",
            [
                "Mock spectra (average data, 6.5 years at full power) with a = a0 and either b or c: each has the delta chi2 of a stochastic term a_eq alone, and its weight is sqrt(a_eq^2 - a0^2) over the term. "
                + "A weight is the least-squares slope over the terms tried, its error their scatter; the errors of the conclusion hold the spread over orderings and contents, too. The published rule is 1.6 for b and 1/1.6 for c.",
                $"If k(E) dE is what a little more variance of the energy E costs, a counts by the integral of k E, b by that of k E^2 and c by that of k. The inverse weight of c squared is therefore the mean of E under k, {Text(lowerMeV, "0.00")} MeV, and the weight of b squared "
                + $"that under k E, {Text(upperMeV, "0.00")} MeV, which is larger by the relative variance of E: the two numbers of a rule would be equal only if one energy told the orderings apart. The energies that do spread by {Text(spreadPercent, "0")} %.",
            ],
            [Weights(result), Mocks(result)],
            $"Weight of b {Text(headline.ConstantWeight, "0.000")} +- {Text(headline.ConstantWeightError, "0.000")}, inverse weight of c {Text(headline.InverseNoiseWeight, "0.000")} +- {Text(headline.InverseNoiseWeightError, "0.000")} at a0 = {Text(headline.StochasticPercent, "0.0")} % "
            + $"(published: 1.6 and 1.6); for all orderings and contents they rise with a0.")
        {
            Weights = result,
        };
    }

    private static ValidationTable Weights(WeightResult result) => new(
        "sensitivity-weights", "Weights by ordering, contents and a0.", ["true ordering", "contents", "a0 (%)", "weight of b", "error", "1/weight of c", "error"],
        [
            .. result.Rows.Select(row => ImmutableArray.Create(
                Words(row.Ordering), Words(row.Ingredients), Text(row.StochasticPercent, "0.0"),
                Text(row.ConstantWeight, "0.000"), Text(row.ConstantWeightError, "0.000"), Text(row.InverseNoiseWeight, "0.000"), Text(row.InverseNoiseWeightError, "0.000"))),
        ]);

    private static ValidationTable Mocks(WeightResult result) => new(
        "sensitivity-weight-spectra", "Mock spectra of the normal ordering with all systematics.", ["a0 (%)", "b (%)", "c (%)", "delta chi2", "a_eq (%)", "weight"],
        [
            .. result.Points.Where(point => point.Ordering == MassOrdering.Normal && point.Ingredients == Ingredients.All).Select(point => ImmutableArray.Create(
                Text(point.StochasticPercent, "0.0"), Text(point.ConstantPercent, "0.00"), Text(point.NoisePercent, "0.0"), Text(point.DeltaChi2, "0.000"), Text(point.EquivalentPercent, "0.000"),
                Text(Math.Sqrt(Math.Max(0.0, point.ExcessSquarePercent)) / (point.ConstantPercent + point.NoisePercent), "0.000"))),
        ]);

    private static string Words(MassOrdering ordering) => ordering == MassOrdering.Normal ? "NO" : "IO";

    private static string Words(Ingredients ingredients) => ingredients == Ingredients.All ? "all systematics" : "statistics alone";

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
