using Isolux.Simulation.Optics;
using Xunit;

namespace Isolux.Tests.Optics;

/// <summary>Boundary physics against the closed forms of Jackson, eqs. 7.39 and 7.41.</summary>
public sealed class FresnelTests
{
    private static readonly Float3 Normal = new(0, 0, 1);

    [Theory]
    [InlineData(1.496, 1.333, 10)]
    [InlineData(1.496, 1.333, 40)]
    [InlineData(1.496, 1.333, 60)]
    [InlineData(1.333, 1.503, 30)]
    [InlineData(1.333, 1.503, 75)]
    [InlineData(1.503, 1.496, 80)]
    public void Reflection_probability_is_the_closed_form(double n1, double n2, double degrees)
    {
        double sine = Math.Sin(degrees * Math.PI / 180.0);
        double cosine = Math.Cos(degrees * Math.PI / 180.0);
        double cosineOut = Math.Sqrt(1.0 - (n1 * sine / n2 * (n1 * sine / n2)));
        double rs = ((n1 * cosine) - (n2 * cosineOut)) / ((n1 * cosine) + (n2 * cosineOut));
        double rp = ((n2 * cosine) - (n1 * cosineOut)) / ((n2 * cosine) + (n1 * cosineOut));

        // Single precision of a difference of near-equal terms.
        Assert.Equal(rs * rs, Reflection(n1, n2, degrees, 0.0), 1e-6);
        Assert.Equal(rp * rp, Reflection(n1, n2, degrees, 1.0), 1e-6);
        Assert.Equal(0.5 * ((rs * rs) + (rp * rp)), Reflection(n1, n2, degrees, 0.5), 1e-6);
    }

    [Fact]
    public void P_light_passes_at_the_Brewster_angle() =>
        Assert.Equal(0.0, Reflection(1.333, 1.503, Math.Atan(1.503 / 1.333) * 180.0 / Math.PI, 1.0), 1e-7);

    [Fact]
    public void Everything_is_reflected_beyond_the_critical_angle()
    {
        double critical = Math.Asin(1.333 / 1.496) * 180.0 / Math.PI;
        Assert.True(Reflection(1.496, 1.333, critical + 0.1, 0.3) == 1.0);
        Assert.True(Reflection(1.496, 1.333, critical - 0.1, 0.3) < 1.0);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.001)]
    [InlineData(25.0)]
    [InlineData(62.9)]
    [InlineData(70.0)]
    public void Direction_and_polarisation_stay_unit_and_at_right_angles(double degrees)
    {
        foreach (float uniform in (float[])[1e-7f, 0.999f])
        {
            (Float3 direction, Float3 polarisation) = Incident(degrees, 0.37);
            float cosine = direction.Z;
            bool reflected = Fresnel.Cross(ref direction, ref polarisation, Normal, 1.496f, 1.333f, uniform, ref cosine);
            Assert.Equal(1.0, Float3.Dot(direction, direction), 1e-5);
            Assert.Equal(1.0, Float3.Dot(polarisation, polarisation), 1e-5);
            Assert.Equal(0.0, Float3.Dot(direction, polarisation), 1e-5);
            Assert.Equal(reflected ? -cosine : cosine, direction.Z, 1e-5);
            if (!reflected)
            {
                Assert.Equal(1.496 * Math.Sin(degrees * Math.PI / 180.0), 1.333 * Math.Sqrt(1.0 - (cosine * cosine)), 1e-3);
            }
        }
    }

    private static (Float3 Direction, Float3 Polarisation) Incident(double degrees, double fractionP)
    {
        float sine = (float)Math.Sin(degrees * Math.PI / 180.0);
        float cosine = (float)Math.Cos(degrees * Math.PI / 180.0);
        float p = (float)Math.Sqrt(fractionP);
        float s = (float)Math.Sqrt(1.0 - fractionP);
        return (new Float3(sine, 0, cosine), new Float3(p * cosine, s, -p * sine));
    }

    /// <summary>The smallest uniform number that is not reflected, by bisection.</summary>
    private static double Reflection(double n1, double n2, double degrees, double fractionP)
    {
        float low = 0.0f;
        float high = 1.0f;
        for (int i = 0; i < 40; i++)
        {
            float uniform = 0.5f * (low + high);
            (Float3 direction, Float3 polarisation) = Incident(degrees, fractionP);
            float cosine = direction.Z;
            bool reflected = Fresnel.Cross(ref direction, ref polarisation, Normal, (float)n1, (float)n2, uniform, ref cosine);
            (low, high) = reflected ? (uniform, high) : (low, uniform);
        }

        return low;
    }
}
