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
        for (int variant = 0; variant < s_variants.Length; variant++)
        {
            double[] values = [.. Enumerable.Range(0, points.Length).Select(point => deltaChi2[variant, point])];
            int curve = settings.CurvePercent.Length;
            CubicSpline equivalent = new([.. values[..curve].Reverse()], [.. settings.CurvePercent.Reverse()]);
            curves.Add(new WeightCurve(s_variants[variant].Ordering, s_variants[variant].Ingredients, [.. values[..curve]]));
            int constants = settings.ConstantPercent.Length;
            int noises = settings.NoisePercent.Length;
            for (int i = 0; i < settings.StochasticPercent.Length; i++)
            {
                double a0 = settings.StochasticPercent[i];
                (double b, double bError) = Weight(a0, settings.ConstantPercent, values.AsSpan(curve + (i * constants), constants), equivalent, inverse: false);
                int first = curve + (settings.StochasticPercent.Length * constants) + (i * noises);
                (double c, double cError) = Weight(a0, settings.NoisePercent, values.AsSpan(first, noises), equivalent, inverse: true);
                rows.Add(new WeightRow(s_variants[variant].Ordering, s_variants[variant].Ingredients, a0, b, bError, c, cError));
            }
        }

        return new WeightResult(rows.ToImmutable(), settings.CurvePercent, curves.ToImmutable());
    }

    // Least squares of a_eq^2 - a0^2 = w^2 x^2, and the scatter of the single weights about it.
    private static (double Weight, double Error) Weight(double a0, ImmutableArray<double> terms, ReadOnlySpan<double> deltaChi2, CubicSpline equivalent, bool inverse)
    {
        double top = 0;
        double bottom = 0;
        double[] single = new double[terms.Length];
        for (int i = 0; i < terms.Length; i++)
        {
            double aEq = equivalent.Evaluate(deltaChi2[i]);
            double excess = (aEq * aEq) - (a0 * a0);
            double x2 = terms[i] * terms[i];
            single[i] = Math.Sqrt(Math.Max(0.0, excess)) / terms[i];
            top += excess * x2;
            bottom += x2 * x2;
        }

        double Form(double weight) => inverse ? 1.0 / weight : weight;
        double mean = Form(Math.Sqrt(top / bottom));
        return (mean, Math.Sqrt(single.Average(weight => Math.Pow(Form(weight) - mean, 2.0))));
    }
}
