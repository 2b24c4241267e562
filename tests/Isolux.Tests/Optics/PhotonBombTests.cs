using System.Collections.Immutable;
using Isolux.Detector.Materials;
using Isolux.Numerics.Interpolation;
using Isolux.Quantities;
using Isolux.Simulation.Optics;
using Isolux.Testing.Optics;
using Xunit;

namespace Isolux.Tests.Optics;

/// <summary>Whole photon histories: conservation, closed forms, and independence of threads. Statistical assertions are 4 sigma with a fixed seed.</summary>
public sealed class PhotonBombTests
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 0, 17.0)]
    [InlineData(16.2, 3.0, 0)]
    [InlineData(1.0, 0, 17.75)]
    [InlineData(5.0, 12.0, 14.2)]
    public void Every_photon_ends_exactly_once(double x, double y, double z)
    {
        PhotonBombResult result = Simulate(new OpticalModel(OpticalToys.Complete()), 30_000, Position.FromMetres(x, y, z));
        double sum = result.Detected + result.Absorbed.Sum(a => a.Value) + result.Lost;
        Assert.Equal(1.0, sum, 1e-12);
        Assert.Equal(result.Lost, result.LostOn.Sum(l => l.Value), 1e-12);
        Assert.Equal(0.0, result.LostOn.Single(l => l.Key == "stepLimit").Value);
        Assert.Equal(result.Detected, result.DetectedByKind.Values.Sum(), 1e-12);
        Assert.Equal(1.0, result.CosThetaHistogram.Sum(), 1e-12);
        Assert.True(result.Detected > 0);
    }

    [Fact]
    public void Result_does_not_depend_on_threads()
    {
        var model = new OpticalModel(OpticalToys.Complete());
        PhotonBombResult one = Simulate(model, 200_000, Position.FromMetres(1, 2, 15), threads: 1);
        PhotonBombResult two = Simulate(model, 200_000, Position.FromMetres(1, 2, 15), threads: 2);
        Assert.Equal(one.Detected, two.Detected);
        Assert.Equal(one.Absorbed.AsEnumerable(), two.Absorbed.AsEnumerable());
        Assert.Equal(one.LostOn.AsEnumerable(), two.LostOn.AsEnumerable());
        Assert.Equal(one.MeanTimeNs, two.MeanTimeNs);
        Assert.Equal(one.RmsTimeNs, two.RmsTimeNs);
        Assert.Equal(one.CosThetaHistogram.AsEnumerable(), two.CosThetaHistogram.AsEnumerable());
    }

    [Fact]
    public void Absorption_alone_is_exponential()
    {
        const long count = 400_000;
        var model = new OpticalModel(OpticalToys.Ball(OpticalToys.Medium("clear", 1.5, 12_000, null)));
        PhotonBombResult result = Simulate(model, count, Position.Centre);
        double expected = Math.Exp(-10.0 / 12.0);
        Assert.Equal(expected, result.Detected, 4 * Math.Sqrt(expected * (1 - expected) / count));
        Assert.Equal(1.5 * 10_000 / 299.792458, result.MeanTimeNs, 1e-3);
    }

    [Fact]
    public void Time_follows_the_group_velocity()
    {
        // n falls by 0.1 over 200 nm around 430 nm: group index n + 430 x 0.0005.
        var medium = new OpticalMedium("dispersive", new SampledCurve([330, 530], [1.55, 1.45]), null, null, null);
        PhotonBombResult result = Simulate(new OpticalModel(OpticalToys.Ball(medium)), 1_000, Position.Centre);
        Assert.Equal((1.5 + (430 * 0.0005)) * 10_000 / 299.792458, result.MeanTimeNs, 1e-3);
    }

    [Fact]
    public void Balls_seen_from_the_centre_cover_their_solid_angle()
    {
        // Balls that do not overlap: N (1 - sqrt(1 - (a/R)^2)) / 2, and light arrives at the front of the ball after R - a to sqrt(R^2 - a^2).
        const long count = 400_000;
        double expected = 17_612 * 0.5 * (1.0 - Math.Sqrt(1.0 - (0.22 / 19.8 * (0.22 / 19.8))));
        PhotonBombResult result = Simulate(new OpticalModel(OpticalToys.BallsInClearMatter()), count, Position.Centre);
        Assert.Equal(expected, result.Detected, 4 * Math.Sqrt(expected * (1 - expected) / count));
        Assert.InRange(result.MeanTimeNs * 299.792458 / 1.4, 19_580, Math.Sqrt((19_800.0 * 19_800.0) - (220.0 * 220.0)));
        Assert.Equal(1.0 - result.Detected, result.LostOn.Single(l => l.Key == "outside").Value, 1e-12);
    }

    [Fact]
    public void Expected_detection_is_the_mean_of_the_drawn_one()
    {
        var model = new OpticalModel(OpticalToys.Complete());
        var tracker = new ScalarPhotonTracker(model);
        var batch = new PhotonBatch(100_000) { Count = 100_000 };
        var ends = new PhotonEnds(batch.Capacity);
        var key = new PhotonKey(5, 0, 0, 0);
        batch.ZMm.Fill(3_000);
        new PhotonEmitter(model.Scintillation).Emit(batch, key);
        tracker.Track(batch, key, DetectionMode.Drawn, ends);
        double drawn = Sum(ends.Weight);
        float[] timesNs = ends.TimeNs.ToArray();
        tracker.Track(batch, key, DetectionMode.Expected, ends);
        double expected = Sum(ends.Weight);
        Assert.Equal(expected, drawn, 4 * Math.Sqrt(expected));
        Assert.Equal(timesNs, ends.TimeNs.ToArray());
    }

    [Fact]
    public void Cherenkov_spectrum_has_the_Frank_Tamm_yield()
    {
        // Constant index 1.5, beta 1: 2 pi alpha (1 - 1/n^2) (1/200 nm - 1/700 nm) = 91.0 photons per mm; 1 nm midpoints differ by 0.3 %.
        var model = new OpticalModel(OpticalToys.Complete() with { Media = Constant(OpticalToys.Complete().Media) });
        double expected = 2 * Math.PI / 137.036 * (1 - (1 / 2.25)) * ((1 / 200.0) - (1 / 700.0)) * 1e6;
        Assert.Equal(expected, new CherenkovSpectrum(model, 1.0).PhotonsPerMm, 0.005 * expected);
        Assert.Null(new CherenkovSpectrum(model, 0.6).Spectrum);
    }

    [Fact]
    public void A_position_outside_the_shells_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => Simulate(new OpticalModel(OpticalToys.Spheres()), 10, Position.FromMetres(0, 0, 19.5)));

    private static ImmutableDictionary<string, OpticalMedium> Constant(ImmutableDictionary<string, OpticalMedium> media) =>
        media.SetItem("liquidScintillator", OpticalToys.Medium("liquidScintillator", 1.5, 20_000, 30_000));

    private static PhotonBombResult Simulate(OpticalModel model, long count, Position position, int threads = 1) =>
        new PhotonBomb(model, new PhotonBombSettings { Count = count, Position = position, Threads = threads, Seed = 3 }, TimeProvider.System).Simulate();

    private static double Sum(ReadOnlySpan<float> values)
    {
        double sum = 0.0;
        foreach (float value in values)
        {
            sum += value;
        }

        return sum;
    }
}
