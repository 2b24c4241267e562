using System.Collections.Immutable;
using Isolux.Detector.Light;
using Isolux.Detector.Reactors;
using Isolux.Numerics.Interpolation;
using Isolux.Sensitivity.Spectra;

namespace Isolux.Sensitivity.Studies;

/// <summary>
/// Derives how much the constant and the noise term count against the stochastic one: a term x costs as much delta chi2 as raising a0 to a_eq with b = c = 0, and
/// its weight is sqrt(a_eq^2 - a0^2)/x. The published rule is 1.6 for b and 1/1.6 for c.
/// </summary>
/// <param name="experiment">The experiment.</param>
/// <param name="settings">Resolutions to try.</param>
public sealed class WeightStudy(ReactorExperiment experiment, WeightSettings settings)
{
    private static readonly ImmutableArray<(MassOrdering Ordering, Ingredients Ingredients)> s_variants =
    [
        (MassOrdering.Normal, Ingredients.All),
        (MassOrdering.Normal, Ingredients.RealBaselines),
        (MassOrdering.Inverted, Ingredients.All),
        (MassOrdering.Inverted, Ingredients.RealBaselines),
    ];

    /// <summary>Derives the weights for both orderings, with everything and with statistics alone.</summary>
    /// <param name="progress">Told the fraction done; null for silence.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public WeightResult Derive(IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ImmutableArray<ResolutionModel> points =
        [
            .. settings.CurvePercent.Select(a => new ResolutionModel(0.01 * a, 0.0, 0.0)),
            .. settings.StochasticPercent.SelectMany(a => settings.ConstantPercent.Select(b => new ResolutionModel(0.01 * a, 0.01 * b, 0.0))),
            .. settings.StochasticPercent.SelectMany(a => settings.NoisePercent.Select(c => new ResolutionModel(0.01 * a, 0.0, 0.01 * c))),
        ];
        double[,] deltaChi2 = new double[s_variants.Length, points.Length];
        int done = 0;
        Parallel.For(0, deltaChi2.Length, new ParallelOptions { MaxDegreeOfParallelism = settings.Threads, CancellationToken = cancellation }, task =>
        {
            (int variant, int point) = Math.DivRem(task, points.Length);
            (MassOrdering ordering, Ingredients ingredients) = s_variants[variant];
            deltaChi2[variant, point] = new SensitivityStudy(experiment, points[point]) { Form = settings.Form }.DeltaChi2(settings.FullPowerYears, ordering, ingredients);
            progress?.Report((double)Interlocked.Increment(ref done) / deltaChi2.Length);
        });

        var rows = ImmutableArray.CreateBuilder<WeightRow>();
        var curves = ImmutableArray.CreateBuilder<WeightCurve>();
        var mocks = ImmutableArray.CreateBuilder<WeightPoint>();
        int curve = settings.CurvePercent.Length;
        for (int variant = 0; variant < s_variants.Length; variant++)
        {
            (MassOrdering ordering, Ingredients ingredients) = s_variants[variant];
            double[] values = [.. Enumerable.Range(0, points.Length).Select(point => deltaChi2[variant, point])];
            CubicSpline equivalent = new([.. values[..curve].Reverse()], [.. settings.CurvePercent.Reverse()]);
            curves.Add(new WeightCurve(ordering, ingredients, [.. values[..curve]]));
            WeightPoint[] all =
            [
                .. points.Skip(curve).Zip(values.Skip(curve), (resolution, value) =>
                    new WeightPoint(ordering, ingredients, Percent(resolution.A), Percent(resolution.B), Percent(resolution.C), value, equivalent.Evaluate(value))),
            ];
            mocks.AddRange(all);
            foreach (double a0 in settings.StochasticPercent)
            {
                WeightPoint[] alike = [.. all.Where(point => point.StochasticPercent == Percent(0.01 * a0))];
                (double b, double bError) = Weight(alike.Where(point => point.ConstantPercent > 0), point => point.ConstantPercent, inverse: false);
                (double c, double cError) = Weight(alike.Where(point => point.NoisePercent > 0), point => point.NoisePercent, inverse: true);
                rows.Add(new WeightRow(ordering, ingredients, a0, b, bError, c, cError));
            }
        }

        return new WeightResult(rows.ToImmutable(), settings.CurvePercent, curves.ToImmutable(), mocks.ToImmutable());
    }

    private static double Percent(double fraction) => Math.Round(100.0 * fraction, 9);

    // Least squares of a_eq^2 - a0^2 = w^2 x^2, and the scatter of the single weights about it.
    private static (double Weight, double Error) Weight(IEnumerable<WeightPoint> points, Func<WeightPoint, double> term, bool inverse)
    {
        (double Square, double Excess)[] pairs = [.. points.Select(point => (term(point) * term(point), point.ExcessSquarePercent))];
        double Form(double weight) => inverse ? 1.0 / weight : weight;
        double mean = Form(Math.Sqrt(pairs.Sum(pair => pair.Excess * pair.Square) / pairs.Sum(pair => pair.Square * pair.Square)));
        return (mean, Math.Sqrt(pairs.Average(pair => Math.Pow(Form(Math.Sqrt(Math.Max(0.0, pair.Excess / pair.Square))) - mean, 2.0))));
    }
}
