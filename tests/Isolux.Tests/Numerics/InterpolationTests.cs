using CsCheck;
using Isolux.Numerics.Interpolation;
using Xunit;

namespace Isolux.Tests.Numerics;

public sealed class InterpolationTests
{
    private static readonly double[] Nodes = [0.0, 0.7, 1.0, 2.5, 4.0];

    [Theory]
    [InlineData(CurveInterpolation.Linear)]
    [InlineData(CurveInterpolation.LogLinear)]
    [InlineData(CurveInterpolation.LogLog)]
    public void SampledCurveReproducesTheLawItInterpolates(CurveInterpolation interpolation)
    {
        double Law(double x) => interpolation switch
        {
            CurveInterpolation.Linear => 2.0 - (0.3 * x),
            CurveInterpolation.LogLinear => 5.0 * Math.Exp(-1.7 * x),
            _ => 4.0 * Math.Pow(x, -2.2),
        };

        double[] nodes = [0.5, 0.7, 1.0, 2.5, 4.0];
        SampledCurve curve = new(nodes, Array.ConvertAll(nodes, Law), interpolation);
        Gen.Double[0.5, 4.0].Sample(x => Math.Abs((curve.Evaluate(x) / Law(x)) - 1.0) < 1e-13, seed: "0N0XIzNsQ0O2");
        Assert.Equal(Law(0.5), curve.Evaluate(-3.0));
        Assert.Equal(Law(4.0), curve.Evaluate(9.0));
        Assert.Equal(2.0 * Law(1.0), curve.Scale(2.0).Evaluate(1.0), 1e-14);
    }

    [Fact]
    public void SampledCurveRefusesBrokenTables()
    {
        Assert.Throws<ArgumentException>(() => new SampledCurve([], []));
        Assert.Throws<ArgumentException>(() => new SampledCurve([1.0, 2.0], [1.0]));
        Assert.Throws<ArgumentException>(() => new SampledCurve([1.0, 1.0], [1.0, 2.0]));
        Assert.Throws<ArgumentException>(() => new SampledCurve([1.0, 2.0], [1.0, double.NaN]));
        Assert.Throws<ArgumentException>(() => new SampledCurve([1.0, 2.0], [1.0, 0.0], CurveInterpolation.LogLinear));
        Assert.Throws<ArgumentException>(() => new SampledCurve([0.0, 2.0], [1.0, 1.0], CurveInterpolation.LogLog));
    }

    [Fact]
    public void CubicSplineReproducesStraightLinesEverywhere()
    {
        CubicSpline spline = new(Nodes, Array.ConvertAll(Nodes, x => 1.0 - (2.0 * x)));
        for (double x = -2.0; x < 6.0; x += 0.13)
        {
            Assert.Equal(1.0 - (2.0 * x), spline.Evaluate(x), 1e-13);
            Assert.Equal(-2.0, spline.Derivative(x), 1e-13);
        }
    }

    [Fact]
    public void CubicSplineConvergesWithTheFourthPowerOfTheStep()
    {
        // Away from the ends, where the natural condition of a sine over whole half waves is exact.
        double Error(int intervals)
        {
            double[] x = [.. Enumerable.Range(0, intervals + 1).Select(i => Math.PI * i / intervals)];
            CubicSpline spline = new(x, Array.ConvertAll(x, Math.Sin));
            return Enumerable.Range(0, 1000).Max(i => Math.Abs(spline.Evaluate(Math.PI * i / 1000.0) - Math.Sin(Math.PI * i / 1000.0)));
        }

        Assert.InRange(Error(10) / Error(20), 14.0, 18.0);
    }

    [Fact]
    public void CubicSplineIsContinuousWithItsDerivative()
    {
        CubicSpline spline = new(Nodes, [1.0, -1.0, 0.5, 3.0, 2.0]);
        foreach (double node in Nodes)
        {
            Assert.Equal(spline.Evaluate(node - 1e-9), spline.Evaluate(node + 1e-9), 1e-7);
            Assert.Equal(spline.Derivative(node - 1e-9), spline.Derivative(node + 1e-9), 1e-7);
        }
    }

    [Fact]
    public void BSplinesSumToOneAndAreNotNegative()
    {
        CubicBSplineBasis basis = new(Nodes);
        Assert.Equal(7, basis.Count);
        Gen.Double[-1.0, 5.0].Sample(
            x =>
            {
                Span<double> values = stackalloc double[4];
                Span<double> slopes = stackalloc double[4];
                int first = basis.Evaluate(x, values);
                basis.EvaluateDerivative(x, slopes);
                double sum = values[0] + values[1] + values[2] + values[3];
                double slopeSum = slopes[0] + slopes[1] + slopes[2] + slopes[3];
                return first is >= 0 and <= 3 && values.ToArray().All(value => value >= 0)
                    && Math.Abs(sum - 1.0) < 1e-14 && Math.Abs(slopeSum) < 1e-12;
            },
            seed: "0N0XIzNsQ0O2");
    }

    [Fact]
    public void BSplinesReproduceACubicAndItsDerivative()
    {
        CubicBSplineBasis basis = CubicBSplineBasis.Uniform(-1.0, 3.0, 5);
        double Cubic(double x) => 2.0 - x + (0.5 * x * x) - (0.3 * x * x * x);
        double[] points = [.. Enumerable.Range(0, 40).Select(i => -1.0 + (4.0 * i / 39.0))];
        double[,] design = new double[points.Length, basis.Count];
        double[] values = new double[4];
        for (int i = 0; i < points.Length; i++)
        {
            int first = basis.Evaluate(points[i], values);
            for (int j = 0; j < 4; j++)
            {
                design[i, first + j] = values[j];
            }
        }

        Isolux.Numerics.Fitting.FitResult fit = Isolux.Numerics.Fitting.LinearLeastSquares.Solve(
            design, Array.ConvertAll(points, Cubic), Enumerable.Repeat(1.0, points.Length).ToArray());
        for (double x = -1.0; x <= 3.0; x += 0.07)
        {
            Assert.Equal(Cubic(x), basis.EvaluateSpline(x, fit.Parameters.AsSpan()), 1e-12);
            int first = basis.EvaluateDerivative(x, values);
            double slope = values.Select((value, j) => value * fit.Parameters[first + j]).Sum();
            Assert.Equal(-1.0 + x - (0.9 * x * x), slope, 1e-11);
        }
    }
}
