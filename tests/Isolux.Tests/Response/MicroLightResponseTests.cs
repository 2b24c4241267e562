using Isolux.Detector.Photosensors;
using Isolux.Numerics.Statistics;
using Isolux.Quantities;
using Isolux.Simulation.Optics;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Response;
using Isolux.Testing;
using Xunit;

namespace Isolux.Tests.Response;

/// <summary>Light photon by photon: against the photon bomb, the Cherenkov cone, and replay.</summary>
public sealed class MicroLightResponseTests
{
    private static readonly OpticalModel s_model = new(ToyResponse.Detector);
    private readonly MicroLightResponse _response = new(s_model, ToyResponse.Detector.Scintillation!);

    [Fact]
    public void Scintillation_of_a_deposit_is_a_photon_bomb()
    {
        var place = Position.FromMetres(4, 3, -9);
        const double quenchedMeV = 20.0;
        int photoElectrons = _response.Sample([new EnergyDeposit(place, 0, quenchedMeV, quenchedMeV, 0, new UnitVector(0, 0, 1))], 8, 0, 0).ScintillationPe;
        PhotonBombResult bomb = new PhotonBomb(
            s_model, new PhotonBombSettings { Position = place, Count = 400_000, Seed = 9, Threads = 2 }, TimeProvider.System).Simulate(null, TestContext.Current.CancellationToken);
        double detected = bomb.DetectedByKind[SensorKind.Lpmt];
        double photons = quenchedMeV * ToyResponse.Detector.Scintillation!.PhotonsPerMeV;
        StatisticalAssert.Agrees(photoElectrons / photons, Math.Sqrt(detected / photons), detected, Math.Sqrt(detected / bomb.Count), 1e-4);
    }

    [Fact]
    public void Cherenkov_photons_lie_on_the_cone_with_the_polarisation_in_its_plane()
    {
        var axis = new UnitVector(0.36, 0.48, 0.8);
        var batch = new PhotonBatch(500) { Count = 500 };
        CherenkovEmitter.TryCreate(s_model)!.Emit(batch, axis, new PhotonKey(8, 0, 0, 0));
        double azimuth = 0;
        for (int i = 0; i < batch.Count; i++)
        {
            double cosine = (axis.X * batch.DirectionX[i]) + (axis.Y * batch.DirectionY[i]) + (axis.Z * batch.DirectionZ[i]);
            double index = s_model.RefractiveIndex(0, s_model.Grid.IndexOf(batch.WavelengthNm[i]));
            Assert.Equal(1.0 / index, cosine, 1e-5);
            double across = (batch.DirectionX[i] * batch.PolarisationX[i]) + (batch.DirectionY[i] * batch.PolarisationY[i]) + (batch.DirectionZ[i] * batch.PolarisationZ[i]);
            Assert.Equal(0.0, across, 1e-5);
            double alongAxis = (axis.X * batch.PolarisationX[i]) + (axis.Y * batch.PolarisationY[i]) + (axis.Z * batch.PolarisationZ[i]);
            Assert.Equal(Math.Sqrt(1.0 - (cosine * cosine)), alongAxis, 1e-4);
            azimuth += batch.DirectionX[i] - (cosine * axis.X);
        }

        // Even round the cone: the mean transverse component vanishes within five standard errors (rms at most 0.75 / sqrt 2).
        Assert.InRange(azimuth / batch.Count, -0.12, 0.12);
    }

    [Fact]
    public void An_event_is_replayed_alone_and_on_any_thread()
    {
        LightSample[] inOrder = [.. Enumerable.Range(0, 8).Select(Sample)];
        LightSample[] parallel = new LightSample[8];
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => parallel[7 - i] = Sample(7 - i));
        Assert.Equal(inOrder, parallel);
        Assert.NotEqual(inOrder[0], inOrder[1]);
    }

    [Fact]
    public void Scored_light_has_the_mean_of_drawn_light_and_states_its_own_variance()
    {
        const int events = 400;
        RunningMoments drawn = new();
        RunningMoments scored = new();
        double stated = 0;
        for (int i = 0; i < events; i++)
        {
            LightSample sample = Sample(i);
            drawn.Add(sample.ScintillationPe + sample.CherenkovPe);
            ScoredLight light = _response.Score(ToyResponse.Deposits, 9, 1, (uint)i);
            scored.Add(light.ExpectedPe);
            stated += light.ExpectedPeVariance / events;
        }

        // False alarm below 1e-4 each. Drawn light of one shower is Poisson.
        StatisticalAssert.Agrees(scored.Mean, scored.MeanError, drawn.Mean, drawn.MeanError, 1e-4);
        StatisticalAssert.Agrees(scored.Variance, scored.VarianceError, stated, 0.0, 1e-4);
        StatisticalAssert.Agrees(drawn.Variance, drawn.VarianceError, drawn.Mean, drawn.MeanError, 1e-4);
        Assert.True(scored.Variance < 0.5 * drawn.Variance);
    }

    private LightSample Sample(int eventIndex) => _response.Sample(ToyResponse.Deposits, 8, 1, (uint)eventIndex);
}
