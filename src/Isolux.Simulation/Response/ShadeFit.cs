using System.Collections.Immutable;
using Isolux.Detector.Photosensors;
using Isolux.Simulation.Optics;

namespace Isolux.Simulation.Response;

/// <summary>
/// How much light a hidden sensor misses. Detections thin out by 1 - d u where bars hide a fraction u of a sensor, d the strength; weighting each by 1/(1 - d u) restores the open view.
/// The right d is the one for which the mean u of the restored detections equals the mean u of what there is to see, found by looking along all lines from many points.
/// </summary>
internal static class ShadeFit
{
    private const int Points = 8_192;
    private const int CapPoints = 2_048;
    private const int Rounds = 2;
    private const int Alternations = 3;
    private const int Bisections = 30;
    private const float Start = 0.8f;
    private const float Largest = 0.99f;
    private static readonly double GoldenTurn = 0.5 * (3.0 - Math.Sqrt(5.0));

    /// <summary>The strengths, 0 where nothing hides a sensor.</summary>
    public static ShadeStrength Estimate(PatternTally tally, double[] hidden, PatternGrid grid, ImmutableArray<Photosensor> sensors, LineOfSight sight)
    {
        int large = sensors.Count(sensor => sensor.Type.Kind == SensorKind.Lpmt);
        ChannelDirections channels = new(sensors);
        ShadeStrength strength = new(Any(hidden, false) ? Start : 0.0f, Any(hidden, true) ? Start : 0.0f);
        for (int round = 0; round < Rounds && strength != default; round++)
        {
            float[] weights = HitPatternBuilder.ChannelWeights(tally, OpenWeights(hidden, strength), large);
            double[][] means = MeanHidden(weights, large, channels, grid, sight);
            for (int i = 0; i < Alternations; i++)
            {
                ShadeStrength last = strength;
                float narrow = Any(hidden, false) ? Solve(d => Surplus(tally, hidden, last with { NarrowFraction = d }, means[0], false)) : 0.0f;
                float wide = Any(hidden, true) ? Solve(d => Surplus(tally, hidden, new ShadeStrength(narrow, d), means[1], true)) : 0.0f;
                strength = new ShadeStrength(narrow, wide);
            }
        }

        return strength;
    }

    /// <summary>1/(1 - d u) per class.</summary>
    public static double[] OpenWeights(double[] hidden, ShadeStrength strength) =>
        [.. hidden.Select((u, hiddenClass) => 1.0 / (1.0 - (strength.Of(PatternTally.IsWide(hiddenClass)) * u)))];

    private static bool Any(double[] hidden, bool wide) => hidden.Where((_, hiddenClass) => PatternTally.IsWide(hiddenClass) == wide).Any(u => u > 0);

    private static float Solve(Func<float, double> surplus)
    {
        float low = 0;
        float high = Largest;
        for (int step = 0; step < Bisections; step++)
        {
            float middle = 0.5f * (low + high);
            if (surplus(middle) < 0)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return 0.5f * (low + high);
    }

    /// <summary>Sum over cells of restored detections times (their u behind bars of one width - mean of that u in the cell).</summary>
    private static double Surplus(PatternTally tally, double[] hidden, ShadeStrength strength, double[] meanHidden, bool wide)
    {
        double[] open = OpenWeights(hidden, strength);
        double surplus = 0;
        for (int k = 0; k < hidden.Length; k++)
        {
            double u = PatternTally.IsWide(k) == wide ? hidden[k] : 0.0;
            ReadOnlySpan<long> counts = tally.Angular.AsSpan(k * PatternTally.AngularStride, meanHidden.Length);
            for (int cell = 0; cell < meanHidden.Length; cell++)
            {
                surplus += open[k] * (u - meanHidden[cell]) * counts[cell];
            }
        }

        return surplus;
    }

    /// <summary>
    /// Mean hidden fraction of the large PMTs per row and column, behind narrow and behind wide bars; zero in rows where nothing is looked for. Points all over the sphere
    /// find the narrow bars; the few wide ones are looked at from the caps about them.
    /// </summary>
    private static double[][] MeanHidden(float[] weights, int large, ChannelDirections channels, PatternGrid grid, LineOfSight sight)
    {
        double[][] sums = [.. Enumerable.Range(0, 2).Select(_ => new double[PatternGrid.Rows * PatternGrid.AngularCells])];
        double[] norms = new double[sums[0].Length];
        Look(new SkyFrame(new Float3(0.0f, 0.0f, 1.0f)), 2.0, Points, false, norms);
        foreach (Float3 wideBar in sight.WideBars)
        {
            Look(new SkyFrame(wideBar), 1.0 - Math.Cos(sight.ReachRad), CapPoints, true, null);
        }

        return [.. sums.Select(sum => sum.Zip(norms, (total, norm) => norm > 0 ? total / norm : 0.0).ToArray())];

        void Look(SkyFrame about, double height, int points, bool atWide, double[]? counts)
        {
            int firstRow = sight.FirstRow(grid);
            double share = 0.5 * height / points;
            Span<LineOfSight.NearBar> near = new LineOfSight.NearBar[sight.MostNear];
            for (int i = 0; i < points; i++)
            {
                int row = firstRow + (i % (PatternGrid.Rows - firstRow));
                SkyFrame frame = new(Lattice(about, 1.0 - (height * (i + 0.5) / points), 2.0 * Math.PI * i * GoldenTurn));
                ReadOnlySpan<LineOfSight.NearBar> bars = near[..sight.Near(frame, grid.RadiusMm(row), near)];
                for (int channel = 0; channel < large; channel++)
                {
                    float halfChord = PatternGrid.HalfChord(channels.CosineTo(channel, frame.Third.X, frame.Third.Y, frame.Third.Z));
                    int cell = (row * PatternGrid.AngularCells) + PatternGrid.Angular(halfChord);
                    float u = sight.HiddenFraction(row, frame, channels.Direction(channel), halfChord, 0, bars, out bool wide);
                    sums[wide ? 1 : 0][cell] += wide == atWide ? share * weights[channel] * u : 0.0;
                    if (counts is not null)
                    {
                        counts[cell] += share * weights[channel];
                    }
                }
            }
        }
    }

    private static Float3 Lattice(in SkyFrame about, double cosine, double azimuthRad)
    {
        float sine = (float)Math.Sqrt(Math.Max(0.0, 1.0 - (cosine * cosine)));
        return ((float)cosine * about.Third).Advance(sine * (float)Math.Cos(azimuthRad), about.First).Advance(sine * (float)Math.Sin(azimuthRad), about.Second);
    }
}
