using Isolux.Numerics.Interpolation;
using Xunit;

namespace Isolux.Tests.Numerics;

/// <summary>Against their definition: orthonormal under exact quadrature, the addition theorem, and the first ones written out.</summary>
public sealed class SphericalHarmonicsTests
{
    [Fact]
    public void They_are_orthonormal_over_the_sphere()
    {
        SphericalHarmonics harmonics = new(6);
        double[] values = new double[harmonics.Count];
        double[,] products = new double[harmonics.Count, harmonics.Count];

        // Midpoints in cos(theta) converge as 1/n^2; azimuths are exact.
        const int polar = 2000;
        const int azimuths = 16;
        for (int i = 0; i < polar * azimuths; i++)
        {
            double z = (2.0 * ((i / azimuths) + 0.5) / polar) - 1.0;
            double rho = Math.Sqrt(1.0 - (z * z));
            double phiRad = 2.0 * Math.PI * ((i % azimuths) + 0.3) / azimuths;
            harmonics.Fill(rho * Math.Cos(phiRad), rho * Math.Sin(phiRad), z, values);
            for (int a = 0; a < values.Length; a++)
            {
                for (int b = 0; b < values.Length; b++)
                {
                    products[a, b] += values[a] * values[b] / (polar * azimuths);
                }
            }
        }

        for (int a = 0; a < values.Length; a++)
        {
            for (int b = 0; b < values.Length; b++)
            {
                Assert.Equal(a == b ? 1.0 : 0.0, products[a, b], 1e-4);
            }
        }
    }

    [Theory]
    [InlineData(0.0, 0.0, 1.0)]
    [InlineData(0.6, 0.0, -0.8)]
    [InlineData(-0.48, 0.64, 0.6)]
    public void Squares_of_one_degree_sum_to_their_number(double x, double y, double z)
    {
        SphericalHarmonics harmonics = new(30);
        double[] values = new double[harmonics.Count];
        harmonics.Fill(x, y, z, values);
        for (int l = 0; l <= harmonics.Degree; l++)
        {
            Assert.Equal((2.0 * l) + 1.0, values[(l * l)..((l + 1) * (l + 1))].Sum(value => value * value), 1e-9);
        }

        Assert.Equal(1.0, values[0], 1e-12);
        Assert.Equal(Math.Sqrt(3.0) * y, values[1], 1e-12);
        Assert.Equal(Math.Sqrt(3.0) * z, values[2], 1e-12);
        Assert.Equal(Math.Sqrt(3.0) * x, values[3], 1e-12);
    }
}
