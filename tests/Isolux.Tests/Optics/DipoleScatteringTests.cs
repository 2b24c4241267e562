using Isolux.Numerics.Random;
using Isolux.Simulation.Optics;
using Xunit;

namespace Isolux.Tests.Optics;

/// <summary>Rayleigh scattering of polarised light. Fixed seed; each statistical assertion fails by chance once in 15,000 (4 sigma).</summary>
public sealed class DipoleScatteringTests
{
    private const int Draws = 200_000;

    [Fact]
    public void Angle_to_the_polarisation_follows_the_dipole()
    {
        double sum2 = 0.0, sum4 = 0.0, forward = 0.0;
        for (uint i = 0; i < Draws; i++)
        {
            var direction = new Float3(0, 0, 1);
            var polarisation = new Float3(1, 0, 0);
            Emission.ScatterDipole(ref direction, ref polarisation, Philox4x32.Block(i, 0, 0, 0, 7, 0));
            double u2 = direction.X * direction.X;
            sum2 += u2;
            sum4 += u2 * u2;
            forward += direction.Z;
        }

        // Moments of 3/4 (1 - u^2): <u^2> = 1/5, <u^4> = 3/35, <u^8> = 1/33; <cos> to the old direction 0 with variance 2/5.
        Assert.Equal(0.2, sum2 / Draws, 4 * Math.Sqrt(((3.0 / 35) - (1.0 / 25)) / Draws));
        Assert.Equal(3.0 / 35, sum4 / Draws, 4 * Math.Sqrt(((1.0 / 33) - (9.0 / 1225)) / Draws));
        Assert.Equal(0.0, forward / Draws, 4 * Math.Sqrt(0.4 / Draws));

        // Power: the isotropic mutant has <u^2> = 1/3, hundreds of sigma away.
        Assert.True(Math.Abs((1.0 / 3) - (sum2 / Draws)) > 100 * Math.Sqrt(0.0457 / Draws));
    }

    [Fact]
    public void Polarisation_stays_in_the_plane_of_the_old_one_and_the_new_direction()
    {
        for (uint i = 0; i < 1000; i++)
        {
            var direction = new Float3(0, 0.6f, 0.8f);
            var before = new Float3(1, 0, 0);
            Float3 after = before;
            Emission.ScatterDipole(ref direction, ref after, Philox4x32.Block(i, 1, 0, 0, 7, 0));
            Assert.Equal(1.0, Float3.Dot(direction, direction), 1e-5);
            Assert.Equal(1.0, Float3.Dot(after, after), 1e-5);
            Assert.Equal(0.0, Float3.Dot(after, direction), 1e-4);
            Assert.Equal(0.0, Float3.Dot(after, Float3.Cross(before, direction)), 1e-4);
        }
    }
}
