using Isolux.Numerics.Fitting;
using Isolux.Numerics.Random;
using Isolux.Testing;
using Xunit;

namespace Isolux.Tests.Numerics;

public sealed class FittingTests
{
    private const double FalseAlarm = 1e-4;
    private const int Toys = 1500;
    private static readonly double[] X = [.. Enumerable.Range(0, 40).Select(i => -2.0 + (0.1 * i))];
    private static readonly double[] Truth = [100.0, 0.1, 0.6];

    private static readonly FitParameter[] PeakParameters =
    [
        FitParameter.Free("height", 80.0),
        FitParameter.Free("position", 0.0),
        FitParameter.Bounded("width", 0.5, 0.05, 5.0),
    ];

    [Fact]
    public void PullsOfANonlinearFitAreStandard()
    {
        double[] error = [.. Enumerable.Repeat(1.0, X.Length)];
        double[][] pulls = ToyPulls(error, values => LeastSquaresFit.OfCurve(X, Peak, PeakParameters).Fit(values, error));
        foreach (double[] ofParameter in pulls)
        {
            StatisticalAssert.PullsAreStandard(ofParameter, FalseAlarm);
        }

        StatisticalAssert.RejectsMutant("errors 10 % too small", () => StatisticalAssert.PullsAreStandard(Array.ConvertAll(pulls[1], pull => pull / 0.9), FalseAlarm));
    }

    [Fact]
    public void Chi2FollowsItsDistribution()
    {
        double[] error = [.. Enumerable.Repeat(1.0, X.Length)];
        LeastSquaresFit fit = LeastSquaresFit.OfCurve(X, Peak, PeakParameters);
        double[] probabilities = [.. Enumerable.Range(0, Toys).Select(toy => fit.Fit(Toy((uint)toy, error), error).PValue)];
        StatisticalAssert.Follows(probabilities, p => p, FalseAlarm);
    }

    [Fact]
    public void PullsWithCorrelatedDataAreStandard()
    {
        // Independent errors of 1 and a common one of 3: only the full covariance covers the slope-free offset.
        const double common = 3.0;
        int count = X.Length;
        double[,] elements = new double[count, count];
        double[,] design = new double[count, 2];
        for (int i = 0; i < count; i++)
        {
            (design[i, 0], design[i, 1]) = (1.0, X[i]);
            for (int j = 0; j < count; j++)
            {
                elements[i, j] = (common * common) + (i == j ? 1.0 : 0.0);
            }
        }

        CovarianceMatrix covariance = new(elements);
        FitParameter[] line = [FitParameter.Free("offset", 0.0), FitParameter.Free("slope", 0.0)];
        double[] offsets = new double[Toys];
        double[] naive = new double[Toys];
        double[] ones = [.. Enumerable.Repeat(1.0, count)];
        for (int toy = 0; toy < Toys; toy++)
        {
            RandomSequence random = new(52, 0, RandomStream.Toy, (uint)toy, 0);
            double shared = common * random.NextNormal();
            double[] values = new double[count];
            for (int i = 0; i < count; i++)
            {
                values[i] = 5.0 + (2.0 * X[i]) + shared + random.NextNormal();
            }

            FitResult linear = LinearLeastSquares.Solve(design, values, covariance);
            offsets[toy] = (linear.Parameters[0] - 5.0) / linear.Errors[0];
            FitResult uncorrelated = LinearLeastSquares.Solve(design, values, ones);
            naive[toy] = (uncorrelated.Parameters[0] - 5.0) / uncorrelated.Errors[0];
            if (toy < 20)
            {
                FitResult nonlinear = LeastSquaresFit.OfCurve(X, (x, p) => p[0] + (p[1] * x), line).Fit(values, covariance);
                Assert.Equal(FitStatus.Converged, nonlinear.Status);
                Assert.Equal(linear.Parameters[1], nonlinear.Parameters[1], 1e-7);
                Assert.Equal(linear.Errors[0], nonlinear.Errors[0], 1e-7);
                Assert.Equal(linear.Chi2, nonlinear.Chi2, 1e-7);
            }
        }

        StatisticalAssert.PullsAreStandard(offsets, FalseAlarm);
        StatisticalAssert.RejectsMutant("correlations ignored", () => StatisticalAssert.PullsAreStandard(naive, FalseAlarm));
    }

    [Fact]
    public void AnalyticAndNumericalDerivativesAgree()
    {
        double[] error = [.. Enumerable.Repeat(1.0, X.Length)];
        double[] values = Toy(7, error);
        FitResult numerical = LeastSquaresFit.OfCurve(X, Peak, PeakParameters).Fit(values, error);
        FitResult analytic = new LeastSquaresFit(
            (p, predictions) =>
            {
                for (int i = 0; i < X.Length; i++)
                {
                    predictions[i] = Peak(X[i], p);
                }
            },
            PeakParameters,
            (p, jacobian) =>
            {
                for (int i = 0; i < X.Length; i++)
                {
                    double z = (X[i] - p[1]) / p[2];
                    double shape = Math.Exp(-0.5 * z * z);
                    jacobian[3 * i] = shape;
                    jacobian[(3 * i) + 1] = p[0] * shape * z / p[2];
                    jacobian[(3 * i) + 2] = p[0] * shape * z * z / p[2];
                }
            }).Fit(values, error);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(analytic.Parameters[i], numerical.Parameters[i], 1e-7);
            Assert.Equal(1.0, analytic.Errors[i] / numerical.Errors[i], 1e-7);
        }
    }

    [Fact]
    public void FixedParametersStayAndCarryNoError()
    {
        double[] error = [.. Enumerable.Repeat(1.0, X.Length)];
        FitParameter[] parameters = [PeakParameters[0], FitParameter.Fixed("position", 0.1), PeakParameters[2]];
        FitResult result = LeastSquaresFit.OfCurve(X, Peak, parameters).Fit(Toy(1, error), error);
        Assert.Equal(FitStatus.Converged, result.Status);
        Assert.Equal((0.1, 0.0), (result.Parameters[1], result.Errors[1]));
        Assert.Equal(X.Length - 2, result.DegreesOfFreedom);
    }

    [Fact]
    public void AMinimumOutsideTheBoundsEndsAtTheBound()
    {
        double[] error = [.. Enumerable.Repeat(1.0, X.Length)];
        FitParameter[] parameters = [PeakParameters[0], FitParameter.Bounded("position", 0.5, 0.3, double.PositiveInfinity), PeakParameters[2]];
        FitResult result = LeastSquaresFit.OfCurve(X, Peak, parameters).Fit(Toy(1, error), error);
        Assert.Equal(FitStatus.AtBound, result.Status);
        Assert.Equal(0.3, result.Parameters[1], 1e-6);
    }

    [Fact]
    public void ExactDataConverge()
    {
        double[] error = [.. Enumerable.Repeat(1.0, X.Length)];
        FitResult result = LeastSquaresFit.OfCurve(X, Peak, PeakParameters).Fit(Array.ConvertAll(X, x => Peak(x, Truth)), error);
        Assert.Equal(FitStatus.Converged, result.Status);
        for (int i = 0; i < Truth.Length; i++)
        {
            Assert.Equal(Truth[i], result.Parameters[i], 1e-8);
        }
    }

    [Fact]
    public void ParametersTheDataDoNotDetermineAreReported()
    {
        double[] error = [.. Enumerable.Repeat(1.0, X.Length)];
        FitParameter[] parameters = [FitParameter.Free("a", 1.0), FitParameter.Free("b", 1.0)];
        FitResult result = LeastSquaresFit.OfCurve(X, (x, p) => (p[0] + p[1]) * x, parameters).Fit(Toy(2, error), error);
        Assert.Equal(FitStatus.SingularCovariance, result.Status);
        Assert.All(result.Errors, value => Assert.True(double.IsNaN(value)));

        double[,] design = new double[X.Length, 2];
        for (int i = 0; i < X.Length; i++)
        {
            (design[i, 0], design[i, 1]) = (X[i], 2.0 * X[i]);
        }

        Assert.Equal(FitStatus.SingularCovariance, LinearLeastSquares.Solve(design, Toy(2, error), error).Status);
    }

    [Fact]
    public void BadDataAreRefusedWithAReason()
    {
        double[] error = [.. Enumerable.Repeat(1.0, X.Length)];
        LeastSquaresFit fit = LeastSquaresFit.OfCurve(X, Peak, PeakParameters);
        double[] notFinite = Toy(3, error);
        notFinite[4] = double.NaN;
        double[] noError = [.. error];
        noError[2] = 0.0;
        FitResult[] refused =
        [
            fit.Fit(notFinite, error),
            fit.Fit(Toy(3, error), noError),
            LeastSquaresFit.OfCurve(X.AsSpan(0, 2), Peak, PeakParameters).Fit([1.0, 2.0], [1.0, 1.0]),
            LeastSquaresFit.OfCurve(X, (x, p) => double.NaN, PeakParameters).Fit(Toy(3, error), error),
            fit.Fit(Toy(3, error), new CovarianceMatrix(new double[X.Length, X.Length])),
        ];
        Assert.All(refused, result => Assert.Equal((FitStatus.BadInput, true), (result.Status, result.Reason.Length > 0)));
        Assert.Throws<ArgumentException>(() => fit.Fit(Toy(3, error), error.AsSpan(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => FitParameter.Bounded("p", 2.0, 0.0, 1.0));
    }

    private static double Peak(double x, ReadOnlySpan<double> p)
    {
        double z = (x - p[1]) / p[2];
        return p[0] * Math.Exp(-0.5 * z * z);
    }

    private static double[] Toy(uint toy, double[] error)
    {
        RandomSequence random = new(51, 0, RandomStream.Toy, toy, 0);
        double[] values = new double[X.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Peak(X[i], Truth) + (error[i] * random.NextNormal());
        }

        return values;
    }

    private static double[][] ToyPulls(double[] error, Func<double[], FitResult> fit)
    {
        double[][] pulls = [.. Truth.Select(_ => new double[Toys])];
        for (int toy = 0; toy < Toys; toy++)
        {
            FitResult result = fit(Toy((uint)toy, error));
            Assert.Equal(FitStatus.Converged, result.Status);
            for (int i = 0; i < Truth.Length; i++)
            {
                pulls[i][toy] = (result.Parameters[i] - Truth[i]) / result.Errors[i];
            }
        }

        return pulls;
    }
}
