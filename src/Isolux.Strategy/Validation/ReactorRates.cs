using System.Collections.Immutable;
using System.Globalization;
using Isolux.Detector.Reactors;
using Isolux.Numerics.Interpolation;
using Isolux.Sensitivity.Response;
using Isolux.Sensitivity.Signal;
using Isolux.Sensitivity.Spectra;

namespace Isolux.Strategy.Validation;

/// <summary>Selected events per core beside published ones, and what single choices of the prediction are worth.</summary>
/// <param name="experiment">The experiment.</param>
internal sealed class ReactorRates(ReactorExperiment experiment)
{
    private const double HalfDigit = 0.05;
    private const double TableStartMeV = 2.0;
    // The last points of the tables stay, because the continuation beyond them hangs on their slope.
    private const double PolynomialEndMeV = 7.5;
    private const double Days = 100.0;

    /// <summary>Events of every core per day at full power.</summary>
    public ImmutableArray<double> PerDay { get; } = Rates(experiment);

    /// <summary>The smallest and largest common factor between this prediction and published rates that gives every printed digit; empty (first above second) where none does.</summary>
    public (double LowRatio, double HighRatio) CommonRatios
    {
        get
        {
            var pairs = experiment.Cores.Zip(PerDay).Where(pair => pair.First.PublishedIbdPerDay is not null).ToList();
            return pairs.Count == 0
                ? (double.NaN, double.NaN)
                : (pairs.Max(pair => pair.Second / (pair.First.PublishedIbdPerDay!.Value + HalfDigit)), pairs.Min(pair => pair.Second / (pair.First.PublishedIbdPerDay!.Value - HalfDigit)));
        }
    }

    /// <summary>Rates and shares.</summary>
    public ValidationTable Cores()
    {
        double total = PerDay.Sum();
        double? published = experiment.PublishedIbdPerDay;
        return new ValidationTable(
            "sensitivity-rates",
            "Selected events per day at full power; rates are printed with two digits, shares with three.",
            ["core", "Isolux", "published", "difference (%)", "share, Isolux (%)", "share, published (%)", "published share of published total", "difference (%)"],
            [
                .. experiment.Cores.Zip(PerDay, (core, rate) => Row(core.Name, rate, core.PublishedIbdPerDay, 100.0 * rate / total, core.PublishedSharePercent)),
                Row("all", total, published, 100.0, 100.0),
            ]);

        ImmutableArray<string> Row(string name, double rate, double? printed, double sharePercent, double? printedPercent)
        {
            double? split = 0.01 * printedPercent * published;
            return [name, Text(rate, "0.00"), Text(printed, "0.0"), Difference(rate, printed), Text(sharePercent, "0.0"), Text(printedPercent, "0.0"), Text(split, "0.00"), Difference(rate, split)];
        }
    }

    /// <summary>How the total changes with single choices.</summary>
    public ValidationTable Choices()
    {
        double total = PerDay.Sum();
        return new ValidationTable(
            "sensitivity-rate-choices",
            "Change of the total by single choices of the prediction.",
            ["choice", "events per day", "change (%)"],
            [
                Row("as declared", experiment),
                Row("without the non-equilibrium excess", With(isotope => isotope with { NonEquilibrium = null })),
                Row("without spent fuel", experiment with { SpentFuel = SampledCurve.Constant(0.0) }),
                Row("without antineutrinos below 2 MeV, where the tables begin", With(WithoutContinuation)),
                Row("published polynomials up to 7.5 MeV instead of tables", With(WithPolynomial)),
                Row("flux scale one printed digit smaller", experiment with { FluxScale = experiment.FluxScale - 0.001 }),
            ]);

        ImmutableArray<string> Row(string name, ReactorExperiment variant)
        {
            double rate = Rates(variant).Sum();
            return [name, Text(rate, "0.00"), Text(100.0 * ((rate / total) - 1.0), "+0.00;-0.00;0")];
        }

        ReactorExperiment With(Func<FissionIsotope, FissionIsotope> change) => experiment with { Isotopes = [.. experiment.Isotopes.Select(change)] };
    }

    // A steep fall below the first point continues as zero.
    private static FissionIsotope WithoutContinuation(FissionIsotope isotope) => isotope.EnergiesMeV[0] < TableStartMeV
        ? isotope
        : isotope with { EnergiesMeV = isotope.EnergiesMeV.Insert(0, isotope.EnergiesMeV[0] - 1e-3), SpectrumPerMeV = isotope.SpectrumPerMeV.Insert(0, 1e-12) };

    private static FissionIsotope WithPolynomial(FissionIsotope isotope)
    {
        double[] low = [.. Enumerable.Range(0, 125).Select(i => 1.8 + (0.05 * i)).TakeWhile(energy => energy < PolynomialEndMeV)];
        int[] high = [.. Enumerable.Range(0, isotope.EnergiesMeV.Length).Where(i => isotope.EnergiesMeV[i] >= PolynomialEndMeV)];
        return isotope with
        {
            EnergiesMeV = [.. low, .. high.Select(i => isotope.EnergiesMeV[i])],
            SpectrumPerMeV = [.. low.Select(energy => FissionSpectrum.PolynomialPerMeV(isotope, energy)), .. high.Select(i => isotope.SpectrumPerMeV[i])],
        };
    }

    private static ImmutableArray<double> Rates(ReactorExperiment experiment)
    {
        SpectrumSettings settings = new()
        {
            Resolution = experiment.Resolution,
            Scale = PositronEnergyScale.Of(experiment),
            FullPowerDays = Days,
            Bins = EnergyBins.Uniform(1, 0.5, 13.0),
            Ingredients = Ingredients.RealBaselines,
        };
        return new SpectrumModel(experiment, settings).CoreEventsPerDay(experiment.Normal, Days);
    }

    private static string Difference(double own, double? published) => published is { } value ? Text(100.0 * ((own / value) - 1.0), "+0.0;-0.0;0.0") : "-";

    private static string Text(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "-";
}
