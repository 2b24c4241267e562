using System.Collections.Immutable;
using Isolux.Conditions.Payloads;
using Isolux.Quantities;
using Xunit;

namespace Isolux.Tests.Conditions;

public sealed class NonUniformityMapPayloadTests
{
    [Fact]
    public void Map_is_the_thin_plate_spline_of_its_coefficients()
    {
        NonUniformityMapPayload map = new(17700.0, [0.2, 0.7], [-0.5, 0.4], [0.03, -0.02], [1.01, 0.12, -0.04], [.. new double[15]], "test");
        double radiusMm = 15000.0;
        double x = Math.Pow(radiusMm / 17700.0, 3);
        double expected = 1.01 + (0.12 * x) - (0.04 * 0.3) + (0.03 * Kernel(x - 0.2, 0.8)) - (0.02 * Kernel(x - 0.7, -0.1));
        Assert.Equal(expected, map.Evaluate(radiusMm, 0.3), 14);
        Assert.Equal(map.Evaluate(radiusMm, 0.3), map.Evaluate(Position.FromSpherical(radiusMm, 0.3, 1.0)), 12);
    }

    [Fact]
    public void At_a_node_the_kernel_vanishes()
    {
        NonUniformityMapPayload map = new(10.0, [1.0], [0.0], [5.0], [1.0, 0.0, 0.0], [.. new double[10]], "test");
        Assert.Equal(1.0, map.Evaluate(10.0, 0.0));
    }

    [Fact]
    public void Error_is_the_quadratic_form_of_the_covariance()
    {
        // Covariance of (a, b, c, w): var a = 4, cov(a, b) = 1, var b = 9, all else 0; at x = 1: 4 + 2 + 9 = 15.
        ImmutableArray<double> covariance = [4.0, 1.0, 9.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];
        NonUniformityMapPayload map = new(10.0, [0.0], [0.0], [0.0], [1.0, 0.0, 0.0], covariance, "test");
        Assert.Equal(Math.Sqrt(15.0), map.EvaluateError(10.0, 0.5), 12);
        Assert.Equal(2.0, map.EvaluateError(0.0, 0.5), 12);
    }

    [Fact]
    public void Lengths_must_match_and_numbers_be_finite()
    {
        Assert.Throws<ArgumentException>(() => new NonUniformityMapPayload(10.0, [0.0], [], [0.0], [1.0, 0.0, 0.0], [.. new double[10]], "test"));
        Assert.Throws<ArgumentException>(() => new NonUniformityMapPayload(10.0, [0.0], [0.0], [double.NaN], [1.0, 0.0, 0.0], [.. new double[10]], "test"));
        Assert.Throws<ArgumentException>(() => new NonUniformityMapPayload(10.0, [0.0], [0.0], [0.0], [1.0, 0.0, 0.0], [.. new double[9]], "test"));
    }

    private static double Kernel(double dx, double dy)
    {
        double distance = Math.Sqrt((dx * dx) + (dy * dy));
        return distance * distance * Math.Log(distance);
    }
}
