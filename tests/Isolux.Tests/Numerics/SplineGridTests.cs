using Isolux.Numerics.Interpolation;
using Xunit;

namespace Isolux.Tests.Numerics;

/// <summary>Tricubic splines against the functions they are made from.</summary>
public sealed class SplineGridTests
{
    private static readonly double[] Slopes = new double[3];

    [Fact]
    public void A_cubic_polynomial_comes_back_inside()
    {
        static double F(double x, double y, double z) => 1.0 + (0.3 * x * x * x) - (0.2 * x * y * z) + (0.05 * y * y * z) + (z * z);
        SplineGrid grid = Sample(8, 9, 10, SplineEnd.Linear, F);
        double[] slopes = new double[3];
        Assert.Equal(F(3.3, 4.6, 5.2), grid.Evaluate(3.3, 4.6, 5.2, slopes), 1e-10);
        Assert.Equal((0.9 * 3.3 * 3.3) - (0.2 * 4.6 * 5.2), slopes[0], 1e-10);
        Assert.Equal((-0.2 * 3.3 * 5.2) + (0.1 * 4.6 * 5.2), slopes[1], 1e-10);
        Assert.Equal((-0.2 * 3.3 * 4.6) + (0.05 * 4.6 * 4.6) + (2.0 * 5.2), slopes[2], 1e-10);
    }

    [Fact]
    public void A_straight_line_comes_back_up_to_the_ends_and_stays_beyond()
    {
        SplineGrid grid = Sample(4, 4, 4, SplineEnd.Linear, (x, y, z) => x + (2.0 * y) - z);
        Assert.Equal(0.1 + 6.0 - 2.9, grid.Evaluate(0.1, 3.0, 2.9, Slopes), 1e-12);
        Assert.Equal(3.0, grid.Evaluate(-7.0, 3.0, 3.0, Slopes), 1e-12);
    }

    [Fact]
    public void A_periodic_axis_has_no_seam_and_a_mirrored_one_no_slope_at_its_ends()
    {
        const int count = 24;
        static double F(double x, double y, double z) => Math.Cos(2.0 * Math.PI * z / count) + Math.Cos(Math.PI * y / 12.0);
        SplineGrid grid = new(
            new(2, SplineEnd.Linear), new(13, SplineEnd.Mirrored), new(count, SplineEnd.Periodic), Values(2, 13, count, F));
        double[] slopes = new double[3];
        foreach (double z in new[] { -0.4, 0.0, 3.3, 23.5, 24.0, 47.9 })
        {
            Assert.Equal(F(0, 2.2, z), grid.Evaluate(0.5, 2.2, z, slopes), 1e-3);
            Assert.Equal(-2.0 * Math.PI / count * Math.Sin(2.0 * Math.PI * z / count), slopes[2], 2e-3);
        }

        grid.Evaluate(0.5, 0.0, 1.0, slopes);
        Assert.Equal(0.0, slopes[1], 1e-12);
        grid.Evaluate(0.5, 12.0, 1.0, slopes);
        Assert.Equal(0.0, slopes[1], 1e-12);
    }

    [Fact]
    public void Grids_that_do_not_fit_are_refused() => Assert.Throws<ArgumentException>(() =>
        new SplineGrid(new(2, SplineEnd.Linear), new(2, SplineEnd.Linear), new(1, SplineEnd.Linear), new double[4]));

    [Fact]
    public void Values_at_Greville_abscissae_make_straight_lines_exact_and_keep_positive_functions_positive()
    {
        CubicBSplineBasis basis = new([0.0, 1.0, 1.5, 4.0, 4.1]);
        double[] line = [.. basis.GrevilleAbscissae.Select(x => 2.0 - (0.25 * x))];
        double[] spike = [.. basis.GrevilleAbscissae.Select(x => x is > 1.0 and < 2.0 ? 1.0 : 0.0)];
        for (double x = 0; x <= 4.1; x += 0.05)
        {
            Assert.Equal(2.0 - (0.25 * x), basis.EvaluateSpline(x, line), 1e-12);
            Assert.True(basis.EvaluateSpline(x, spike) >= 0.0);
        }
    }

    private static SplineGrid Sample(int n0, int n1, int n2, SplineEnd end, Func<double, double, double, double> f) =>
        new(new(n0, end), new(n1, end), new(n2, end), Values(n0, n1, n2, f));

    private static double[] Values(int n0, int n1, int n2, Func<double, double, double, double> f) =>
    [
        .. Enumerable.Range(0, n0 * n1 * n2).Select(i => f(i / (n1 * n2), i / n2 % n1, i % n2)),
    ];
}
