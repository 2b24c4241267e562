using Isolux.Detector.Transparency;
using Isolux.Quantities;
using Isolux.Simulation.Beams;
using Isolux.Simulation.Optics;
using Xunit;

namespace Isolux.Tests.Transparency;

public sealed class BeamEmitterTests
{
    private const int Photons = 50_000;

    /// <summary>Mean and spread of directions within 4 sigma (false alarm 6e-5 each); polarisations are unit vectors at right angles.</summary>
    [Theory]
    [InlineData(0, 0, 17, 0, 0, 0)]
    [InlineData(17, 0, 0, -1, 2, 3)]
    [InlineData(3, -9, 4, 0, 5, 4.5)]
    public void Photons_leave_about_the_axis(double x, double y, double z, double aimX, double aimY, double aimZ)
    {
        const double divergence = 0.02;
        LaserBeam beam = new("beam", Position.FromMetres(x, y, z), Position.FromMetres(aimX, aimY, aimZ));
        PhotonBatch batch = new(Photons) { Count = Photons };
        new BeamEmitter(beam, divergence, 440.0).Emit(batch, new PhotonKey(3, 0, 0, 0));
        Position axis = beam.Aim - beam.Launch;
        (double sum, double squares) = (0.0, 0.0);
        for (int i = 0; i < Photons; i++)
        {
            double along = ((batch.DirectionX[i] * axis.XMm) + (batch.DirectionY[i] * axis.YMm) + (batch.DirectionZ[i] * axis.ZMm)) / axis.RadiusMm;
            double tangentSquared = (1.0 / (along * along)) - 1.0;
            sum += tangentSquared;
            squares += tangentSquared * tangentSquared;
            Assert.Equal(0.0, (batch.DirectionX[i] * batch.PolarisationX[i]) + (batch.DirectionY[i] * batch.PolarisationY[i]) + (batch.DirectionZ[i] * batch.PolarisationZ[i]), 1e-5);
        }

        double mean = sum / Photons;
        double error = Math.Sqrt(((squares / Photons) - (mean * mean)) / Photons);

        // tan^2 of a Gaussian of width d per axis has the mean 2 d^2; single precision of the cosine adds up to 1e-7.
        Assert.Equal(2.0 * divergence * divergence, mean, (4.0 * error) + 3e-7);
        Assert.Equal(beam.Launch.XMm, batch.XMm[0], 1e-2);
        Assert.All(batch.WavelengthNm.ToArray(), nm => Assert.Equal(440.0f, nm));
    }
}
