using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace Isolux.Numerics.Fitting;

/// <summary>
/// Non-linear least squares by the Levenberg-Marquardt minimiser of MathNet.Numerics. It is restarted with parameters rescaled
/// by the current derivatives until chi2 cannot fall by more than a millionth of chi2/ndf (MINUIT's estimated distance to
/// minimum), because a damping that ignores units stops early on badly scaled problems. Not for event code.
/// </summary>
public sealed class LeastSquaresFit
{
    private const int LargestRestarts = 20;
    private const double DistanceTolerance = 1e-6;
    private const double PerfectFitTolerance = 1e-24;

    private readonly PredictionModel _model;
    private readonly PredictionJacobian? _jacobian;
    private readonly FitParameter[] _parameters;

    /// <summary>A fit of a model with given parameters.</summary>
    /// <param name="model">Predicts all data values.</param>
    /// <param name="parameters">The model's parameters in its order.</param>
    /// <param name="jacobian">Analytic derivatives; central differences when absent.</param>
    /// <exception cref="ArgumentException">There is no parameter.</exception>
    public LeastSquaresFit(PredictionModel model, IReadOnlyList<FitParameter> parameters, PredictionJacobian? jacobian = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(parameters);
        if (parameters.Count == 0)
        {
            throw new ArgumentException("A fit needs at least one parameter.", nameof(parameters));
        }

        _model = model;
        _jacobian = jacobian;
        _parameters = [.. parameters];
    }

    /// <summary>A fit of a curve to points at the given abscissae.</summary>
    public static LeastSquaresFit OfCurve(ReadOnlySpan<double> x, CurveModel curve, IReadOnlyList<FitParameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(curve);
        double[] abscissae = x.ToArray();
        return new LeastSquaresFit(
            (values, predictions) =>
            {
                for (int i = 0; i < abscissae.Length; i++)
                {
                    predictions[i] = curve(abscissae[i], values);
                }
            },
            parameters);
    }

    /// <summary>Fits data with independent standard errors.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public FitResult Fit(ReadOnlySpan<double> values, ReadOnlySpan<double> errors)
    {
        RequireLength(values.Length, errors.Length);
        return Fit(values, Whitening.FromErrors(errors), "an error is not positive and finite");
    }

    /// <summary>Fits data with a full covariance.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public FitResult Fit(ReadOnlySpan<double> values, CovarianceMatrix covariance)
    {
        ArgumentNullException.ThrowIfNull(covariance);
        RequireLength(values.Length, covariance.Count);
        return Fit(values, Whitening.FromCovariance(covariance), "the covariance of the data is not positive definite");
    }

    private FitResult Fit(ReadOnlySpan<double> values, Whitening? whitening, string whyNot)
    {
        int free = _parameters.Count(parameter => !parameter.IsFixed);
        int freedom = values.Length - free;
        string? fault = whitening is null ? whyNot
            : freedom < 0 ? "there are fewer points than free parameters"
            : values.ContainsAnyExceptInRange(double.MinValue, double.MaxValue) ? "a value is not finite"
            : null;
        if (fault is not null)
        {
            return FitResult.Refused(_parameters.Length, freedom, fault);
        }

        WhitenedProblem problem = new(_model, _jacobian, _parameters, values, whitening!);
        double[] internalValues = problem.Start();
        if (!problem.IsFinite(internalValues))
        {
            return FitResult.Refused(_parameters.Length, freedom, "the model is not finite at the start");
        }

        int iterations = 0;
        bool converged = free == 0;
        for (int restart = 0; restart < LargestRestarts && !converged; restart++)
        {
            (internalValues, int spent) = Minimise(problem, internalValues);
            iterations += spent;
            converged = IsMinimum(problem, internalValues, freedom);
        }

        return Summarise(problem, internalValues, freedom, iterations, converged);
    }

    private static (double[] Values, int Iterations) Minimise(WhitenedProblem problem, double[] start)
    {
        Matrix<double> slopes = problem.InternalJacobian(start);
        double[] unit = [.. slopes.ColumnNorms(2.0).Select(norm => norm > 0 ? 1.0 / norm : 1.0)];
        double[] Unscale(Vector<double> scaled) => [.. scaled.Select((value, i) => value * unit[i])];
        Vector<double> none = Vector<double>.Build.Dense(problem.PointCount);
        IObjectiveModel objective = ObjectiveFunction.NonlinearModel(
            (scaled, _) => problem.Residuals(Unscale(scaled)),
            (scaled, _) => problem.InternalJacobian(Unscale(scaled)).MapIndexed((_, j, value) => value * unit[j]),
            none,
            none);
        LevenbergMarquardtMinimizer minimiser = new(gradientTolerance: 0, stepTolerance: 1e-15, functionTolerance: 0);
        try
        {
            NonlinearMinimizationResult result = minimiser.FindMinimum(objective, [.. start.Select((value, i) => value / unit[i])]);
            double[] found = Unscale(result.MinimizingPoint);
            bool better = problem.Chi2(found) <= problem.Chi2(start);
            return (better ? found : start, Math.Max(result.Iterations, 1));
        }
        catch (Exception exception) when (exception is MathNet.Numerics.NonConvergenceException or ArgumentException)
        {
            // A step of a problem that is singular to rounding can lead out of the finite numbers, which the minimiser reports as a wrong argument.
            return (start, 1);
        }
    }

    private static bool IsMinimum(WhitenedProblem problem, double[] values, int freedom)
    {
        double chi2 = problem.Chi2(values);
        if (chi2 <= PerfectFitTolerance * problem.SquaredLength)
        {
            return true;
        }

        ScaledQr qr = new(problem.InternalJacobian(values));
        return !qr.IsSingular && qr.SquaredProjection(problem.Residuals(values)) <= DistanceTolerance * chi2 / Math.Max(freedom, 1);
    }

    private static FitResult Summarise(WhitenedProblem problem, double[] values, int freedom, int iterations, bool converged)
    {
        double[] external = problem.ToExternal(values);
        int[] free = problem.FreeAwayFromBounds(external);
        bool atBound = free.Length < values.Length;
        int count = external.Length;
        double[,] covariance = new double[count, count];
        FitStatus status = !converged && !atBound ? FitStatus.NotConverged : atBound ? FitStatus.AtBound : FitStatus.Converged;
        if (free.Length > 0)
        {
            ScaledQr qr = new(problem.ExternalJacobian(external, free));
            if (qr.IsSingular)
            {
                covariance = FitResult.Undetermined(count);
                status = FitStatus.SingularCovariance;
            }
            else
            {
                Matrix<double> regular = qr.Covariance();
                for (int i = 0; i < free.Length; i++)
                {
                    for (int j = 0; j < free.Length; j++)
                    {
                        covariance[free[i], free[j]] = regular[i, j];
                    }
                }
            }
        }

        return new FitResult
        {
            Status = status,
            Reason = status switch
            {
                FitStatus.NotConverged => "the gradient did not vanish",
                FitStatus.AtBound => "a parameter sits at its bound",
                FitStatus.SingularCovariance => "the data do not determine every parameter",
                _ => "",
            },
            Parameters = [.. external],
            Covariance = new CovarianceMatrix(covariance),
            Chi2 = problem.Chi2(values),
            DegreesOfFreedom = freedom,
            Iterations = iterations,
        };
    }

    private static void RequireLength(int values, int errors)
    {
        if (values != errors)
        {
            throw new ArgumentException($"A fit needs one error per value (got {values} and {errors}).");
        }
    }
}
