using Isolux.Quantities;
using Isolux.Simulation.Beams;
using Isolux.Simulation.Optics;
using Isolux.Testing.Optics;
using Xunit;

namespace Isolux.Tests.Transparency;

/// <summary>The recorded paths say what photons would do in another scintillator.</summary>
public sealed class PhotonPathsTests
{
    private const int Photons = 200_000;

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(3.0, -9.0, 14.5)]
    [InlineData(0, 0, 17.75)]
    public void Both_trackers_record_the_same_paths(double x, double y, double z)
    {
        OpticalModel model = new(OpticalToys.Complete());
        PhotonPaths scalar = Track(new ScalarPhotonTracker(model), model, Position.FromMetres(x, y, z), 20_011).Paths!;
        PhotonPaths vector = Track(new VectorPhotonTracker(model), model, Position.FromMetres(x, y, z), 20_011).Paths!;
        Assert.Equal(scalar.AbsorptionDepth.ToArray(), vector.AbsorptionDepth.ToArray());
        Assert.Equal(scalar.RayleighDepth.ToArray(), vector.RayleighDepth.ToArray());
        Assert.Equal(scalar.Scatterings.ToArray(), vector.Scatterings.ToArray());
        Assert.Equal(scalar.Reemissions.ToArray(), vector.Reemissions.ToArray());
    }

    [Fact]
    public void A_path_is_its_length_over_the_lengths_of_the_medium()
    {
        // From the centre of a ball of 10 m whose surface detects: unscattered light has gone 10 m through absorption over 12 m and scattering over 30 m.
        OpticalModel model = new(OpticalToys.Ball(OpticalToys.Medium("clear", 1.5, 12_000, 30_000)));
        PhotonEnds ends = Track(new ScalarPhotonTracker(model), model, Position.Centre, 10_000);
        int direct = Enumerable.Range(0, 10_000).First(i => ends.Fate[i] == PhotonFate.Detected && ends.Paths!.Scatterings[i] == 0);
        Assert.Equal(10.0 / 12.0, ends.Paths!.AbsorptionDepth[direct], 1e-5);
        Assert.Equal(10.0 / 30.0, ends.Paths.RayleighDepth[direct], 1e-5);
    }

    /// <summary>
    /// Weighted photons of a beam against photons tracked in the other scintillator, re-emission included: detected light and what of it ends near the spot of independent samples, 4 sigma each (false alarm 1e-4). Power: without the
    /// weights one of the two is off by more.
    /// </summary>
    [Theory]
    [InlineData(1.4, 1.0)]
    [InlineData(1.0, 0.6)]
    [InlineData(0.8, 1.4)]
    public void Weights_turn_one_scintillator_into_another(double absorption, double scattering)
    {
        OpticalModel here = new(BeamToy.Detector);
        OpticalModel there = new(BeamToy.WithCoefficients(absorption, scattering));
        PhotonEnds weighted = TrackBeam(here, seed: 7);
        PhotonEnds tracked = TrackBeam(there, seed: 8);
        double[] weights = [.. Enumerable.Range(0, Photons).Select(Weight)];
        double[] none = [.. weights.Select(_ => 1.0)];
        double[] pulls = [Pull(weights, (_, _) => 1.0), Pull(weights, InSpot)];
        Assert.All(pulls, pull => Assert.InRange(pull, -4.0, 4.0));
        Assert.True(Math.Max(Math.Abs(Pull(none, (_, _) => 1.0)), Math.Abs(Pull(none, InSpot))) > 4.0);

        double Weight(int i)
        {
            PhotonPaths paths = weighted.Paths!;
            return Math.Pow(absorption, paths.Reemissions[i]) * Math.Pow(scattering, paths.Scatterings[i])
                * Math.Exp(((1.0 - absorption) * paths.AbsorptionDepth[i]) + ((1.0 - scattering) * paths.RayleighDepth[i]));
        }

        // The beam comes from (0.6, 0, 0.8).
        static double InSpot(PhotonEnds ends, int i) => (0.6 * ends.XMm[i]) + (0.8 * ends.ZMm[i]) < -18_500.0 ? 1.0 : 0.0;

        double Pull(double[] factors, Func<PhotonEnds, int, double> score)
        {
            (double difference, double variance) = (0.0, 0.0);
            for (int i = 0; i < Photons; i++)
            {
                double one = factors[i] * weighted.Weight[i] * score(weighted, i);
                double other = tracked.Weight[i] * score(tracked, i);
                difference += one - other;
                variance += (one * one) + (other * other);
            }

            return difference / Math.Sqrt(variance);
        }
    }

    private static PhotonEnds Track(IPhotonTracker tracker, OpticalModel model, Position position, int count)
    {
        var batch = new PhotonBatch(count) { Count = count };
        batch.XMm.Fill((float)position.XMm);
        batch.YMm.Fill((float)position.YMm);
        batch.ZMm.Fill((float)position.ZMm);
        var key = new PhotonKey(7, 2, 3, 5);
        new PhotonEmitter(model.Scintillation).Emit(batch, key);
        PhotonEnds ends = PhotonEnds.WithPaths(count);
        tracker.Track(batch, key, DetectionMode.Expected, ends);
        return ends;
    }

    private static PhotonEnds TrackBeam(OpticalModel model, ulong seed)
    {
        var batch = new PhotonBatch(Photons) { Count = Photons };
        var key = new PhotonKey(seed, 0, 0, 0);
        new BeamEmitter(BeamToy.Detector.Transparency!.Beams[0], BeamToy.Detector.Transparency.DivergenceRad, BeamToy.WavelengthNm).Emit(batch, key);
        PhotonEnds ends = PhotonEnds.WithPaths(Photons);
        IPhotonTracker.Fastest(model).Track(batch, key, DetectionMode.Expected, ends);
        return ends;
    }
}
