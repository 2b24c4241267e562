using Isolux.Detector;
using Isolux.Detector.Geometry;
using Isolux.Detector.Photosensors;
using Isolux.Numerics.Interpolation;
using Isolux.Numerics.Random;
using Isolux.Quantities;
using Isolux.Simulation.Optics;
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
    private const float DirectFraction = 0.8f;
    private static readonly Photosensor[] Sensors = [.. Place(Large, 0, SensorKind.Lpmt), .. Place(Small, Large, SensorKind.Spmt)];
    private static readonly float[] Profiles = AngularProfiles();
    private static readonly float[] Weights = [.. Enumerable.Range(0, Large + Small).Select(i => 0.5f + (0.5f * (float)(i * 0.618034 % 1.0)))];
    private static readonly PatternGrid Grid = new(RadiusMm);
    private static readonly HitPattern Pattern = Build(Profiles, []);

    [Theory]
    [InlineData(SensorKind.Lpmt, 16_000.0)]
    [InlineData(SensorKind.Lpmt, 1_000.0)]
    [InlineData(SensorKind.Lpmt, 0.0)]
    [InlineData(SensorKind.Spmt, 12_000.0)]
    public void Channels_follow_profile_times_weight_over_their_sum(SensorKind kind, double radiusMm)
    {
        Position start = Position.FromSpherical(radiusMm, 0.4, 2.0);
        double[] counts = Count(Pattern, start, kind, 300_000);
        StatisticalAssert.MatchesExpectation(counts, Expected(start, kind, Weights, _ => 0.0, counts.Sum()), 1, FalseAlarm);
        float[] mutant = [.. Weights.Select((w, i) => i % 2 == 0 ? 1.1f * w : w)];
        StatisticalAssert.RejectsMutant("every other channel 10 % stronger", () =>
            StatisticalAssert.MatchesExpectation(counts, Expected(start, kind, mutant, _ => 0.0, counts.Sum()), 1, FalseAlarm));
        Assert.All(counts.Select((count, i) => (count, i)), entry => Assert.True(entry.count == 0 || Sensors[entry.i].Type.Kind == kind));
    }

    [Fact]
    public void Channels_behind_bars_lose_the_direct_fraction_of_what_is_hidden()
    {
        OpaqueBar[] bars = [.. Sensors.Take(Large).Select(sensor => new OpaqueBar("bar", sensor.Centre - Scaled(sensor.Centre, 0.08), sensor.Centre, 100))];
        HitPattern pattern = Build(Profiles, bars);
        LineOfSight sight = new(Detector(bars), Grid);
        Position start = Position.FromSpherical(Grid.RadiusMm(90), 0.4, 2.0);
        HitOrigin origin = pattern.Origin(start);
        SkyFrame frame = new(new Float3(origin.DirectionX, origin.DirectionY, origin.DirectionZ));
        LineOfSight.NearBar[] near = new LineOfSight.NearBar[sight.MostNear];
        int count = sight.Near(frame, start.RadiusMm, near);
        ChannelDirections channels = new([.. Sensors]);

        // The start lies on a row, so that one row alone counts.
        double Hidden(int channel) => sight.HiddenFraction(
            90, frame, channels.Direction(channel), PatternGrid.HalfChord(Float3.Dot(channels.Direction(channel), frame.Third)), 0, near.AsSpan(0, count), out _);
        double[] counts = Count(pattern, start, SensorKind.Lpmt, 300_000);
        StatisticalAssert.MatchesExpectation(counts, Expected(start, SensorKind.Lpmt, Weights, Hidden, counts.Sum()), 1, FalseAlarm);
        StatisticalAssert.RejectsMutant("bars hide nothing", () =>
            StatisticalAssert.MatchesExpectation(counts, Expected(start, SensorKind.Lpmt, Weights, _ => 0.0, counts.Sum()), 1, FalseAlarm));
    }

    [Fact]
    public void Flight_times_are_the_straight_line_and_their_quantiles_tail_included()
    {
        RandomSequence random = new(72, 0, RandomStream.HitTime, 0, 0);
        float[] drawn = new float[20_000];
        int[] channels = new int[drawn.Length];
        Position start = new(0, 0, 9_000);
        Pattern.Draw(Pattern.Origin(start), SensorKind.Lpmt, ref random, channels, drawn);

        double slownessNsPerMm = new FlightReference(Detector([])).SlownessNsPerMm;
        double[] times = [.. drawn.Zip(channels, (t, channel) => t - (Sensors[channel].Centre.DistanceToMm(start) * slownessNsPerMm))];
        StatisticalAssert.Follows(times, t => Math.Clamp((t - 10.0) / 32.0, 0.0, 1.0), FalseAlarm);
        StatisticalAssert.RejectsMutant("0.5 ns late", () => StatisticalAssert.Follows(times, t => Math.Clamp((t - 10.5) / 32.0, 0.0, 1.0), FalseAlarm));
    }

    [Fact]
    public void A_family_that_light_cannot_reach_is_an_error_not_an_endless_loop()
    {
        HitPattern dark = Build(new float[Profiles.Length], []);
        Assert.Throws<InvalidOperationException>(() =>
        {
            RandomSequence random = new(73, 0, RandomStream.HitChannel, 0, 0);
            dark.Draw(dark.Origin(Position.FromMetres(0, 0, 9)), SensorKind.Lpmt, ref random, new int[1], new float[1]);
        });
    }

    [Fact]
    public void Spans_of_different_length_are_refused() => Assert.Throws<ArgumentException>(() =>
    {
        RandomSequence random = new(74, 0, RandomStream.HitChannel, 0, 0);
        Pattern.Draw(Pattern.Origin(Position.Centre), SensorKind.Lpmt, ref random, new int[2], new float[1]);
    });

    private static double[] Count(HitPattern pattern, Position start, SensorKind kind, int draws)
    {
        RandomSequence random = new(71, 0, RandomStream.HitChannel, 0, 0);
        int[] channels = new int[draws];
        pattern.Draw(pattern.Origin(start), kind, ref random, channels, new float[draws]);
        double[] counts = new double[Sensors.Length];
        foreach (int channel in channels)
        {
            counts[channel]++;
        }

        return counts;
    }

    private static double[] Expected(Position start, SensorKind kind, float[] weights, Func<int, double> hidden, double draws)
    {
        int family = kind == SensorKind.Lpmt ? 0 : 1;
        int upper = Enumerable.Range(1, PatternGrid.Rows - 2).First(row => row == PatternGrid.Rows - 1 || Grid.RadiusMm(row) > start.RadiusMm);
        double fraction = (start.RadiusMm - Grid.RadiusMm(upper - 1)) / (Grid.RadiusMm(upper) - Grid.RadiusMm(upper - 1));
        double[] accepted = new double[Sensors.Length];
        for (int i = 0; i < Sensors.Length; i++)
        {
            Position s = Sensors[i].Centre;
            double cosine = start.RadiusMm > 0 ? ((s.XMm * start.XMm) + (s.YMm * start.YMm) + (s.ZMm * start.ZMm)) / (s.RadiusMm * start.RadiusMm) : s.ZMm / s.RadiusMm;
            int cell = Math.Min((int)(Math.Sqrt(Math.Max(0.0, 0.5 * (1.0 - cosine))) * PatternGrid.AngularCells), PatternGrid.AngularCells - 1);
            double Profile(int row) => Profiles[(((family * PatternGrid.Rows) + row) * PatternGrid.AngularCells) + cell];
            accepted[i] = Sensors[i].Type.Kind == kind
                ? (((1.0 - fraction) * Profile(upper - 1)) + (fraction * Profile(upper))) * weights[i] * (1.0 - (DirectFraction * hidden(i)))
                : 0.0;
        }

        double norm = draws / accepted.Sum();
        return [.. accepted.Select(value => norm * value)];
    }

    private static HitPattern Build(float[] profiles, OpaqueBar[] bars) =>
        new(Detector(bars), RadiusMm, new HitTables(profiles, Weights, UniformTimes(), new ShadeStrength(DirectFraction, DirectFraction)));

    private static DetectorDescription Detector(OpaqueBar[] bars)
    {
        DetectorDescription complete = OpticalToys.Complete();
        return complete with { Photosensors = [.. Sensors], Geometry = complete.Geometry! with { Bars = [.. bars] } };
    }

    private static Position Scaled(Position position, double factor) => new(factor * position.XMm, factor * position.YMm, factor * position.ZMm);

    private static float[] AngularProfiles()
    {
        float[] profiles = new float[2 * PatternGrid.Rows * PatternGrid.AngularCells];
        for (int i = 0; i < profiles.Length; i++)
        {
            int row = i / PatternGrid.AngularCells % PatternGrid.Rows;
            double s = (i % PatternGrid.AngularCells) / (double)PatternGrid.AngularCells;
            profiles[i] = (float)Math.Exp(-3.0 * s * row / PatternGrid.Rows);
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
        return [.. Enumerable.Range(0, PatternGrid.Rows * PatternGrid.TimeAngularCells).SelectMany(_ => cell)];
    }

    private static IEnumerable<Photosensor> Place(int count, int first, SensorKind kind)
    {
        PhotosensorType type = new($"{kind}", kind, 254, 190, SampledCurve.Constant(0.3), SampledCurve.Constant(1.0), false, 1.0, 0.0, 0.3);
        return OpticalToys.Sensors(count, first, 19_434, type);
    }
}
