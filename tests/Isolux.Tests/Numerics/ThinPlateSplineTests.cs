using Isolux.Numerics.Interpolation;
using Isolux.Numerics.Random;
using Isolux.Numerics.Statistics;
using Isolux.Testing;
using Xunit;

namespace Isolux.Tests.Numerics;

public sealed class ThinPlateSplineTests
{
    private const int Points = 80;
    private const double NoiseError = 0.01;
    private static readonly double[] X = Scatter(0, 0.0, 5000.0);
    private static readonly double[] Y = Scatter(1, -1.0, 1.0);
    private static readonly double[] Errors = [.. Enumerable.Range(0, Points).Select(i => NoiseError * (i % 2 == 0 ? 1.0 : 2.0))];

    public static TheoryData<SmoothingSelection> Selections => [.. Enum.GetValues<SmoothingSelection>()];

    [Theory]
    [MemberData(nameof(Selections))]
    public void PlanesAreReproduced(SmoothingSelection selection)
    {
        double Plane(double x, double y) => 3.0 + (2e-4 * x) - (0.4 * y);
        ThinPlateSplineFit fit = new(X, Y, Values(Plane), Errors, selection);
        Assert.Equal(Plane(1234.0, 0.3), fit.Spline.Evaluate(1234.0, 0.3), 1e-10);
        Assert.Equal(Plane(6000.0, -1.5), fit.Spline.Evaluate(6000.0, -1.5), 1e-9);
    }

    [Fact]
    public void InterpolationPassesThroughEveryPoint()
    {
        double[] values = Values(Surface);
        ThinPlateSplineFit fit = new(X, Y, values, Errors, SmoothingSelection.Interpolation);
        for (int i = 0; i < Points; i++)
        {
            Assert.Equal(values[i], fit.Spline.Evaluate(X[i], Y[i]), 1e-9);
            Assert.Equal(Errors[i], fit.StandardError(X[i], Y[i]), 1e-8);
        }
    }

    [Fact]
    public void ReportedChi2AndTargetAreThoseOfTheResiduals()
    {
        double[] values = Noisy(0);
        ThinPlateSplineFit fit = new(X, Y, values, Errors, SmoothingSelection.ChiSquaredTarget);
        double chi2 = 0;
        for (int i = 0; i < Points; i++)
        {
            double pull = (values[i] - fit.Spline.Evaluate(X[i], Y[i])) / Errors[i];
            chi2 += pull * pull;
        }

        Assert.Equal(chi2, fit.Chi2, 1e-6 * chi2);
        Assert.Equal(fit.ResidualDegreesOfFreedom, fit.Chi2, 1e-6 * chi2);
        Assert.InRange(fit.EffectiveParameters, 3.0, Points);
    }

    [Fact]
    public void MorePureNoiseIsSmoothedToAPlane()
    {
        RandomSequence random = new(41, 0, RandomStream.Toy, 999, 0);
        double[] values = [.. Errors.Select(error => 1.0 + (error * random.NextNormal()))];
        ThinPlateSplineFit fit = new(X, Y, values, Errors, SmoothingSelection.ChiSquaredTarget);
        Assert.InRange(fit.EffectiveParameters, 3.0, 12.0);
    }

    /// <summary>A surface drawn around the truth many times: the propagated error is the spread, the process error covers the truth.</summary>
    [Theory]
    [InlineData(SmoothingSelection.GeneralizedCrossValidation)]
    [InlineData(SmoothingSelection.UnbiasedRisk)]
    [InlineData(SmoothingSelection.ChiSquaredTarget)]
    public void ErrorsAreCalibratedByToys(SmoothingSelection selection)
    {
        const int toys = 60;
        (double X, double Y)[] places = [(700, -0.7), (1500, 0.4), (2500, 0.0), (3300, -0.3), (4200, 0.7)];
        RunningMoments bias = new();
        double spreadOverClaimed = 0;
        foreach ((double x, double y) in places)
        {
            RunningMoments values = new();
            RunningMoments claimed = new();
            for (uint toy = 0; toy < toys; toy++)
            {
                ThinPlateSplineFit fit = new(X, Y, Noisy(toy), Errors, selection);
                double value = fit.Spline.Evaluate(x, y);
                values.Add(value);
                claimed.Add(fit.PropagatedError(x, y));
                bias.Add((value - Surface(x, y)) / fit.StandardError(x, y));
            }

            spreadOverClaimed += values.StandardDeviation / claimed.Mean / places.Length;
        }

        // 5 places x 60 toys leave 4 % on the spread; choosing lambda from the same data adds up to 20 % to it.
        Assert.InRange(spreadOverClaimed, 0.88, 1.25);

        // Process errors are meant to cover noise and smoothing bias: rms of the pulls at most 1 with the same 20 %.
        double rms = Math.Sqrt(bias.Variance + (bias.Mean * bias.Mean));
        Assert.InRange(rms, 0.5, 1.2);
    }

    [Fact]
    public void StoredNumbersRebuildTheSpline()
    {
        ThinPlateSpline spline = new ThinPlateSplineFit(X, Y, Noisy(3), Errors, SmoothingSelection.UnbiasedRisk).Spline;
        ThinPlateSpline rebuilt = new(spline.XScaling, spline.YScaling, spline.NodeX, spline.NodeY, spline.Weights, spline.Plane);
        Assert.Equal(spline.Evaluate(1111.0, 0.2), rebuilt.Evaluate(1111.0, 0.2));
    }

    [Fact]
    public void UnusablePointsAreRefused()
    {
        static void Fit(double[] x, double[] y, double[] errors) =>
            _ = new ThinPlateSplineFit(x, y, new double[x.Length], errors, SmoothingSelection.GeneralizedCrossValidation);

        double[] ones = [1.0, 1.0, 1.0, 1.0];
        Assert.Throws<ArgumentException>(() => Fit([0, 1, 2], [0, 1, 0], [1, 1, 1]));
        Assert.Throws<ArgumentException>(() => Fit([0, 1, 2, 3], [0, 1, 2, 3], ones));
        Assert.Throws<ArgumentException>(() => Fit([0, 1, 0, 1], [0, 1, 1, 1], ones));
        Assert.Throws<ArgumentException>(() => Fit([0, 1, 0, 1], [0, 1, 1, 0], [1, 0, 1, 1]));
        Assert.Throws<ArgumentException>(() => Fit([0, 1, 0, double.NaN], [0, 1, 1, 0], ones));
    }

    private static double Surface(double x, double y) => 1.0 + (0.1 * Math.Sin(4.0 * x / 5000.0) * Math.Cos(2.0 * y)) + (0.03 * y);

    private static double[] Values(Func<double, double, double> surface) => [.. X.Zip(Y, surface)];

    private static double[] Noisy(uint toy)
    {
        RandomSequence random = new(42, 0, RandomStream.Toy, toy, 0);
        double[] values = Values(Surface);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] += Errors[i] * random.NextNormal();
        }

        return values;
    }

    private static double[] Scatter(uint index, double lower, double upper)
    {
        RandomSequence random = new(40, 0, RandomStream.Toy, 0, index);
        double[] values = new double[Points];
        for (int i = 0; i < Points; i++)
        {
            values[i] = lower + ((upper - lower) * random.NextDouble());
        }

        return values;
    }
}
