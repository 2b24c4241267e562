using Isolux.Detector.Photosensors;
using Isolux.Numerics.Random;
using Isolux.Numerics.Statistics;
using Isolux.Quantities;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Response;
using Isolux.Testing;
using Xunit;

namespace Isolux.Physics.Tests.Response;

/// <summary>
/// A modest response map of `juno` against micro simulation with other random numbers, at points and energies it was not built on. Tolerances are the noise the build
/// itself reports plus the errors of micro simulation; that the default map is right to 0.2 % is shown by `isolux validate --section response-map`.
/// Fixed seeds; false-alarm rate 1e-3 or less per test.
/// </summary>
public sealed class ResponseMapTests(JunoResponse juno) : IClassFixture<JunoResponse>
{
    private const ulong Seed = 52;
    private const double FalseAlarm = 1e-3;

    // The noise of a map is not even: towards the edge it is twice its rms.
    private const double EdgeNoiseFactor = 2.0;

    [Fact]
    public void The_basis_misses_no_structure() => Assert.InRange(juno.Map.Quality.Chi2PerNdf, 0.94, 1.06);

    [Fact]
    public void Light_agrees_over_the_fiducial_volume()
    {
        const int points = 40;
        LightProbe probe = new(juno.Model, threadCount: 2);
        double chi2 = 0;
        RunningMoments differences = new();
        for (int i = 0; i < points; i++)
        {
            RandomSequence random = new(Seed, 0, RandomStream.Toy, (uint)i, 0);
            var point = Position.FromSpherical(
                juno.Detector.Geometry!.FiducialRadiusMm * Math.Cbrt(random.NextDouble()), (2.0 * random.NextDouble()) - 1.0, 2.0 * Math.PI * random.NextDouble());
            LightProbeResult micro = probe.Measure(point, 200_000, Seed + (ulong)i, TestContext.Current.CancellationToken);
            double difference = (juno.Map.Lpmt.Evaluate(point) / micro.LpmtProbability) - 1.0;
            double microError = micro.LpmtError / micro.LpmtProbability;
            double noise = juno.Map.Quality.FiducialNoiseFraction;
            chi2 += difference * difference / ((noise * noise) + (microError * microError));
            differences.Add(difference);
        }

        Assert.True(ChiSquared.UpperTailProbability(chi2, points) > FalseAlarm, $"chi2 {chi2:F1} of {points} points, mean difference {differences.Mean:P2}");

        // Power: a map 0.4 % too bright everywhere would be noticed.
        Assert.True(Math.Abs(differences.Mean + 0.004) > 3.1 * differences.MeanError);
    }

    [Theory]
    [InlineData(17.17, 0.0, 150.0, "under a bar of the equator")]
    [InlineData(17.17, 0.0, 156.0, "between bars")]
    [InlineData(16.82, 0.71, 17.0, "beyond total reflection")]
    [InlineData(16.11, -0.2, -45.0, "where total reflection sets in")]
    public void Light_agrees_where_a_smooth_map_is_hardest(double radiusM, double cosTheta, double phiDegrees, string where)
    {
        var point = Position.FromSpherical(1000.0 * radiusM, cosTheta, phiDegrees * Math.PI / 180.0);
        LightProbeResult micro = new LightProbe(juno.Model, threadCount: 2).Measure(point, 500_000, Seed, TestContext.Current.CancellationToken);
        double noise = EdgeNoiseFactor * juno.Map.Quality.FiducialNoiseFraction * micro.LpmtProbability;
        Assert.NotEmpty(where);
        StatisticalAssert.Agrees(juno.Map.Lpmt.Evaluate(point), noise, micro.LpmtProbability, micro.LpmtError, FalseAlarm);
    }

    [Theory]
    [InlineData(ParticleKind.Electron, 0.7, 3.0, -4.0, 6.0)]
    [InlineData(ParticleKind.Gamma, 1.461, -11.0, 9.0, 5.0)]
    public void Particles_of_other_energies_give_the_same_mean_and_width(ParticleKind kind, double energyMeV, double xM, double yM, double zM)
    {
        ParticleGunSettings few = new(kind, energyMeV, Position.FromMetres(xM, yM, zM), 250, Seed, 0, 2);
        ParticleGunSettings many = few with { Count = 20_000, Seed = Seed + 1 };
        RunningMoments micro = new ParticleGun(juno.Showers, new MicroLightResponse(juno.Model, juno.Detector.Scintillation!))
            .Shoot(few, null, TestContext.Current.CancellationToken).Pe!;
        RunningMoments map = new ParticleGun(juno.Showers, new MapLightResponse(juno.Map, juno.Detector.Scintillation!))
            .Shoot(many, null, TestContext.Current.CancellationToken).Pe!;
        double noise = juno.Map.Quality.FiducialNoiseFraction * map.Mean;
        StatisticalAssert.Agrees(map.Mean, noise, micro.Mean, micro.MeanError, FalseAlarm);
        StatisticalAssert.Agrees(map.StandardDeviation, map.StandardDeviationError, micro.StandardDeviation, micro.StandardDeviationError, FalseAlarm);
    }

    [Theory]
    [InlineData(0.0, 0.0, 0.0)]
    [InlineData(5.0, -7.0, 9.0)]
    [InlineData(9.0, 9.0, -10.5)]
    public void Hits_land_in_the_same_rings_around_the_point(double xM, double yM, double zM)
    {
        var point = Position.FromMetres(xM, yM, zM);
        LightProbeResult micro = new LightProbe(juno.Model, threadCount: 2).Measure(point, 500_000, Seed + 1, TestContext.Current.CancellationToken);
        double[] tracked = new double[Rings];
        for (int channel = 0; channel < micro.ChannelWeights.Length; channel++)
        {
            if (juno.Detector.Photosensors[channel].Type.Kind == SensorKind.Lpmt)
            {
                tracked[Ring(channel, point)] += micro.ChannelWeights[channel];
            }
        }

        // Few enough that the noise of the modest map's profiles stays below that of the draws.
        const int draws = 10_000;
        double[] drawn = new double[Rings];
        RandomSequence random = new(Seed, 1, RandomStream.HitChannel, 0, 0);
        HitOrigin origin = juno.Map.Pattern.Origin(point);
        int[] channels = new int[draws];
        juno.Map.Pattern.Draw(origin, SensorKind.Lpmt, ref random, channels, new float[draws]);
        foreach (int channel in channels)
        {
            drawn[Ring(channel, point)]++;
        }

        double scale = draws / tracked.Sum();
        StatisticalAssert.MatchesExpectation(drawn, [.. tracked.Select(weight => scale * weight)], 1, FalseAlarm);
    }

    private const int Rings = 18;

    private int Ring(int channel, Position point)
    {
        Position axis = point.RadiusMm > 0 ? point : new Position(0, 0, 1);
        Position sensor = juno.Detector.Photosensors[channel].Centre;
        double cosGamma = ((sensor.XMm * axis.XMm) + (sensor.YMm * axis.YMm) + (sensor.ZMm * axis.ZMm)) / (sensor.RadiusMm * axis.RadiusMm);
        return Math.Clamp((int)(0.5 * (cosGamma + 1.0) * Rings), 0, Rings - 1);
    }
}
