using System.Collections.Immutable;
using Isolux.Detector.Light;
using Isolux.Detector.Reactors;
using Isolux.Sensitivity.Response;
using Isolux.Sensitivity.Spectra;
using Isolux.Sensitivity.Statistics;

namespace Isolux.Sensitivity.Studies;

/// <summary>What an experiment can say on average (Asimov data): about the ordering, and about the four parameters.</summary>
/// <param name="experiment">The experiment.</param>
/// <param name="resolution">Energy resolution.</param>
/// <param name="scale">Energy scale; the declared one where it is null.</param>
public sealed class SensitivityStudy(ReactorExperiment experiment, ResolutionModel resolution, PositronEnergyScale? scale = null)
{
    private const double DaysPerYear = 365.25;
    private readonly PositronEnergyScale _scale = scale ?? PositronEnergyScale.Of(experiment);

    /// <summary>Minimised form; default the combined Neyman and Pearson form of the published studies.</summary>
    public ChiSquareForm Form { get; init; } = ChiSquareForm.CombinedNeymanPearson;

    /// <summary>Steps of the budget, each with everything of the one before.</summary>
    public static ImmutableArray<(string Name, Ingredients Ingredients)> Steps { get; } =
    [
        ("one baseline, statistics only", Ingredients.None),
        ("real baselines", Ingredients.RealBaselines),
        ("backgrounds", Ingredients.RealBaselines | Ingredients.Backgrounds),
        ("rate errors", Ingredients.RealBaselines | Ingredients.Backgrounds | Ingredients.RateErrors),
        ("shape errors", Ingredients.RealBaselines | Ingredients.Backgrounds | Ingredients.RateErrors | Ingredients.ShapeErrors),
        ("non-linearity errors", Ingredients.All),
    ];

    /// <summary>Both orderings and the precision.</summary>
    /// <param name="fullPowerYears">Years of 365.25 days at the full power of all cores.</param>
    /// <param name="ordering">True ordering of the precision.</param>
    /// <param name="ingredients">Contents.</param>
    public SensitivityResult Evaluate(double fullPowerYears, MassOrdering ordering = MassOrdering.Normal, Ingredients ingredients = Ingredients.All)
    {
        SpectrumModel model = new(experiment, Settings(fullPowerYears * DaysPerYear, ingredients));
        OrderingTest test = new(new SpectrumFit(model, Form));
        OrderingSensitivity normal = test.Evaluate(experiment.Normal);
        OrderingSensitivity inverted = test.Evaluate(experiment.Inverted);
        return new SensitivityResult(normal, inverted, ParameterPrecision.Of((ordering == MassOrdering.Normal ? normal : inverted).Right));
    }

    /// <summary>Precision after a time in which cores run as declared.</summary>
    /// <param name="calendarDays">Days since the start.</param>
    /// <param name="ordering">True ordering.</param>
    /// <param name="ingredients">Contents.</param>
    public ParameterPrecision Precision(double calendarDays, MassOrdering ordering = MassOrdering.Normal, Ingredients ingredients = Ingredients.All)
    {
        SpectrumFit fit = new(new SpectrumModel(experiment, Settings(calendarDays * experiment.DutyFraction, ingredients)), Form);
        OscillationParameters truth = experiment.Truth(ordering);
        return ParameterPrecision.Of(fit.Fit(fit.Asimov(truth), truth));
    }

    /// <summary>Delta chi2 of one true ordering.</summary>
    /// <param name="fullPowerYears">Years at full power.</param>
    /// <param name="ordering">True ordering.</param>
    /// <param name="ingredients">Contents.</param>
    /// <param name="bins">Bins of visible energy; the standard ones where they are null.</param>
    public double DeltaChi2(double fullPowerYears, MassOrdering ordering, Ingredients ingredients = Ingredients.All, EnergyBins? bins = null)
    {
        SpectrumSettings settings = Settings(fullPowerYears * DaysPerYear, ingredients) with { Bins = bins ?? EnergyBins.Standard };
        return new OrderingTest(new SpectrumFit(new SpectrumModel(experiment, settings), Form)).Evaluate(experiment.Truth(ordering)).DeltaChi2;
    }

    private SpectrumSettings Settings(double fullPowerDays, Ingredients ingredients) =>
        new() { Resolution = resolution, Scale = _scale, FullPowerDays = fullPowerDays, Ingredients = ingredients };
}
