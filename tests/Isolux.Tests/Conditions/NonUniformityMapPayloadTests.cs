using Isolux.Conditions;
using Isolux.Conditions.Payloads;
using Isolux.Numerics.Interpolation;
using Isolux.Quantities;
using Xunit;

namespace Isolux.Tests.Conditions;

public sealed class NonUniformityMapPayloadTests
{
    private const double ReferenceRadiusMm = 17700.0;

    [Theory]
    [InlineData(SmoothingSelection.Interpolation)]
    [InlineData(SmoothingSelection.ChiSquaredTarget)]
    public void A_stored_map_gives_the_value_and_error_of_the_fit_it_came_from(SmoothingSelection selection)
    {
        ThinPlateSplineFit fit = Fit(selection);
        NonUniformityMapPayload map = NonUniformityMapPayload.FromSpline(ReferenceRadiusMm, fit.Spline, fit.VarianceForm(), "test");
        map = (NonUniformityMapPayload)PayloadCodec.Decode(PayloadCodec.Encode(map));
        foreach ((double radiusMm, double cosTheta) in new[] { (0.0, 1.0), (9000.0, -0.3), (15500.0, 0.95), (17200.0, -1.0) })
        {
            double x = Math.Pow(radiusMm / ReferenceRadiusMm, 3);
            Assert.Equal(fit.Spline.Evaluate(x, cosTheta), map.Evaluate(radiusMm, cosTheta), 12);

            // The two sums run in different order over terms that cancel: agreement to 1e-6 of an error is plenty.
            Assert.Equal(1.0, map.EvaluateError(radiusMm, cosTheta) / fit.StandardError(x, cosTheta), 5);
        }

        Assert.Equal(map.Evaluate(9000.0, -0.3), map.Evaluate(Position.FromSpherical(9000.0, -0.3, 1.0)), 10);
    }

    [Fact]
    public void Lengths_must_match_and_numbers_be_finite()
    {
        Assert.Throws<ArgumentException>(() => Map(weight: 0.0, formLength: 9));
        Assert.Throws<ArgumentException>(() => Map(weight: double.NaN, formLength: 10));
        Assert.Equal(1.0, Map(weight: 5.0, formLength: 10).Evaluate(10.0, 0.0));
    }

    private static NonUniformityMapPayload Map(double weight, int formLength) =>
        new(10.0, 0.0, 1.0, 0.0, 1.0, [1.0], [0.0], [weight], [1.0, 0.0, 0.0], [.. new double[formLength]], "test");

    private static ThinPlateSplineFit Fit(SmoothingSelection selection)
    {
        List<double> x = [];
        List<double> y = [];
        List<double> g = [];
        for (int i = 0; i < 40; i++)
        {
            double radiusFraction = (i + 0.5) / 40.0;
            double cosTheta = Math.Sin(7.0 * i);
            x.Add(Math.Pow(radiusFraction, 3));
            y.Add(cosTheta);
            g.Add(1.0 + (0.15 * radiusFraction * radiusFraction) - (0.05 * cosTheta * cosTheta) + (0.0005 * Math.Sin(1000.0 * i)));
        }

        return new ThinPlateSplineFit([.. x], [.. y], [.. g], [.. Enumerable.Repeat(0.0005, g.Count)], selection);
    }
}
