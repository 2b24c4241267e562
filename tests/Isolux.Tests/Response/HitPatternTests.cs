using Isolux.Detector.Photosensors;
using Isolux.Numerics.Interpolation;
using Isolux.Numerics.Random;
using Isolux.Quantities;
using Isolux.Simulation.Response;
using Isolux.Testing;
using Isolux.Testing.Optics;
using Xunit;

namespace Isolux.Tests.Response;

/// <summary>Draws against probabilities summed over all channels.</summary>
public sealed class HitPatternTests
{
    private const double RadiusMm = 17_700.0;
    private const int Large = 150;
    private const int Small = 60;
    private const double FalseAlarm = 1e-4;
    private static readonly Photosensor[] Sensors = [.. Place(Large, 0, SensorKind.Lpmt), .. Place(Small, Large, SensorKind.Spmt)];
    private static readonly float[] Profiles = AngularProfiles();
    private static readonly float[] Weights = [.. Enumerable.Range(0, Large + Small).Select(i => 0.5f + (0.5f * (float)(i * 0.618034 % 1.0)))];
    private static readonly HitPattern Pattern = new(RadiusMm, Profiles, Weights, UniformTimes(), [.. Sensors]);

    [Theory]
    [InlineData(SensorKind.Lpmt, 16_000.0)]
    [InlineData(SensorKind.Lpmt, 3_000.0)]
    [InlineData(SensorKind.Spmt, 12_000.0)]
    public void Channels_follow_profile_times_weight_over_their_sum(SensorKind kind, double radiusMm)
    {
        Position start = Position.FromSpherical(radiusMm, 0.4, 2.0);
        const int draws = 300_000;
        double[] counts = new double[Sensors.Length];
        RandomSequence random = new(71, 0, RandomStream.HitChannel, 0, 0);
        HitOrigin origin = Pattern.Origin(start);
        for (int i = 0; i < draws; i++)
        {
            counts[Pattern.Draw(origin, kind, ref random, out _)]++;
        }

        double[] expected = [.. Probabilities(start, kind, Weights).Select(p => draws * p)];
        StatisticalAssert.MatchesExpectation(counts, expected, 1, FalseAlarm);
        float[] mutant = [.. Weights.Select((w, i) => i % 2 == 0 ? 1.1f * w : w)];
        StatisticalAssert.RejectsMutant("every other channel 10 % stronger", () =>
            StatisticalAssert.MatchesExpectation(counts, [.. Probabilities(start, kind, mutant).Select(p => draws * p)], 1, FalseAlarm));
        Assert.All(counts.Select((count, i) => (count, i)), entry => Assert.True(entry.count == 0 || Sensors[entry.i].Type.Kind == kind));
    }

    [Fact]
    public void Flight_times_follow_their_quantiles_tail_included()
    {
        RandomSequence random = new(72, 0, RandomStream.HitTime, 0, 0);
        HitOrigin origin = Pattern.Origin(new Position(0, 0, 9_000));
        double[] times = new double[20_000];
        for (int i = 0; i < times.Length; i++)
        {
            Pattern.Draw(origin, SensorKind.Lpmt, ref random, out times[i]);
        }

        StatisticalAssert.Follows(times, t => Math.Clamp((t - 10.0) / 32.0, 0.0, 1.0), FalseAlarm);
        StatisticalAssert.RejectsMutant("0.5 ns late", () => StatisticalAssert.Follows(times, t => Math.Clamp((t - 10.5) / 32.0, 0.0, 1.0), FalseAlarm));
    }

    [Fact]
    public void A_family_that_light_cannot_reach_is_an_error_not_an_endless_loop()
    {
        HitPattern dark = new(RadiusMm, new float[Profiles.Length], Weights, UniformTimes(), [.. Sensors]);
        Assert.Throws<InvalidOperationException>(() =>
        {
            RandomSequence random = new(73, 0, RandomStream.HitChannel, 0, 0);
            return dark.Draw(dark.Origin(Position.FromMetres(0, 0, 9)), SensorKind.Lpmt, ref random, out _);
        });
    }

    private static double[] Probabilities(Position start, SensorKind kind, float[] weights)
    {
        int family = kind == SensorKind.Lpmt ? 0 : 1;
        double coordinate = Math.Clamp((Math.Pow(start.RadiusMm / RadiusMm, 2) * PatternGrid.RadialCells) - 0.5, 0.0, PatternGrid.RadialCells - 1.0);
        int lower = Math.Min((int)coordinate, PatternGrid.RadialCells - 2);
        double[] sum = new double[Sensors.Length];
        foreach ((int radial, double share) in new[] { (lower, 1.0 - (coordinate - lower)), (lower + 1, coordinate - lower) })
        {
            double[] accepted = new double[Sensors.Length];
            for (int i = 0; i < Sensors.Length; i++)
            {
                Position s = Sensors[i].Centre;
                double cosine = ((s.XMm * start.XMm) + (s.YMm * start.YMm) + (s.ZMm * start.ZMm)) / (s.RadiusMm * start.RadiusMm);
                int cell = Math.Min((int)(Math.Sqrt(Math.Max(0.0, 0.5 * (1.0 - cosine))) * PatternGrid.AngularCells), PatternGrid.AngularCells - 1);
                accepted[i] = Sensors[i].Type.Kind == kind
                    ? Profiles[(((family * PatternGrid.RadialCells) + radial) * PatternGrid.AngularCells) + cell] * weights[i]
                    : 0.0;
            }

            double norm = accepted.Sum();
            for (int i = 0; i < sum.Length; i++)
            {
                sum[i] += share * accepted[i] / norm;
            }
        }

        return sum;
    }

    private static float[] AngularProfiles()
    {
        float[] profiles = new float[2 * PatternGrid.RadialCells * PatternGrid.AngularCells];
        for (int i = 0; i < profiles.Length; i++)
        {
            int radial = i / PatternGrid.AngularCells % PatternGrid.RadialCells;
            double s = (i % PatternGrid.AngularCells) / (double)PatternGrid.AngularCells;
            profiles[i] = (float)Math.Exp(-3.0 * s * radial / PatternGrid.RadialCells);
        }

        return profiles;
    }

    // Quantiles of a flat distribution from 10 to 42 ns: 64 regular steps, the last one divided by 17.
    private static float[] UniformTimes()
    {
        float[] cell =
        [
            .. Enumerable.Range(0, 64).Select(i => 10.0f + (0.5f * i)),
            .. Enumerable.Range(1, 17).Select(i => 41.5f + (0.5f * i / 17.0f)),
        ];
        return [.. Enumerable.Range(0, PatternGrid.RadialCells * PatternGrid.TimeAngularCells).SelectMany(_ => cell)];
    }

    private static IEnumerable<Photosensor> Place(int count, int first, SensorKind kind)
    {
        PhotosensorType type = new($"{kind}", kind, 254, 190, SampledCurve.Constant(0.3), SampledCurve.Constant(1.0), false, 1.0, 0.0, 0.3);
        return OpticalToys.Sensors(count, first, 19_434, type);
    }
}
