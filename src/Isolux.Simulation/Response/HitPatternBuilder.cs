using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Detector.Photosensors;

namespace Isolux.Simulation.Response;

/// <summary>Turns the counts of a map build into the normalised tables of a <see cref="HitPattern"/>.</summary>
internal static class HitPatternBuilder
{
    private const int Families = 2;

    public static HitPattern Build(PatternTally tally, double outerRadiusMm, DetectorDescription detector, LineOfSight sight)
    {
        double[] hidden = [.. tally.Hidden.Zip(tally.Weights, (sum, weight) => weight > 0 ? (double)sum / weight : 0.0)];
        ShadeStrength shade = ShadeFit.Estimate(tally, hidden, new PatternGrid(outerRadiusMm), detector.Photosensors, sight);
        double[] open = ShadeFit.OpenWeights(hidden, shade);
        int lpmtCount = detector.Photosensors.Count(sensor => sensor.Type.Kind == SensorKind.Lpmt);
        float[] weights = ChannelWeights(tally, open, lpmtCount);
        double[] angular = Restore(tally.Angular, PatternTally.AngularStride, open);
        return new HitPattern(detector, outerRadiusMm, new HitTables(AngularProfiles(angular), weights, DelayQuantilesNs(tally.Time), shade));
    }

    /// <summary>Relative sensitivities of the channels to an open view, the largest of each family 1.</summary>
    public static float[] ChannelWeights(PatternTally tally, ReadOnlySpan<double> open, int lpmtCount)
    {
        double[] counts = Restore(tally.Channels, tally.ChannelCount, open);
        float[] weights = new float[counts.Length];
        Fill(counts.AsSpan(0, lpmtCount), weights);
        Fill(counts.AsSpan(lpmtCount), weights.AsSpan(lpmtCount));
        return weights;

        static void Fill(ReadOnlySpan<double> counts, Span<float> weights)
        {
            double largest = 1;
            foreach (double count in counts)
            {
                largest = Math.Max(largest, count);
            }

            for (int i = 0; i < counts.Length; i++)
            {
                weights[i] = (float)(counts[i] / largest);
            }
        }
    }

    /// <summary>Sum over the hidden classes of what would have been counted had nothing been hidden.</summary>
    private static double[] Restore(long[] tally, int stride, ReadOnlySpan<double> open)
    {
        double[] sums = new double[stride];
        for (int hidden = 0; hidden < open.Length; hidden++)
        {
            for (int i = 0; i < stride; i++)
            {
                sums[i] += open[hidden] * tally[(hidden * stride) + i];
            }
        }

        return sums;
    }

    /// <summary>Detections per solid angle, mean 1 over the sphere; row 0, the centre, sees the same everywhere.</summary>
    private static float[] AngularProfiles(double[] counts)
    {
        float[] profiles = new float[counts.Length];
        for (int profile = 0; profile < Families * PatternGrid.Rows; profile++)
        {
            int origin = profile * PatternGrid.AngularCells;
            if (profile % PatternGrid.Rows == 0)
            {
                profiles.AsSpan(origin, PatternGrid.AngularCells).Fill(1.0f);
                continue;
            }

            double sum = 0;
            for (int i = 0; i < PatternGrid.AngularCells; i++)
            {
                sum += counts[origin + i];
            }

            for (int i = 0; i < PatternGrid.AngularCells && sum > 0; i++)
            {
                profiles[origin + i] = (float)(Density(counts, origin, i) / sum);
            }
        }

        return profiles;
    }

    // The first cells span so little solid angle that they are taken together.
    private static double Density(double[] counts, int origin, int column)
    {
        const int Joined = 3;
        if (column >= Joined)
        {
            return counts[origin + column] / ChannelFamily.SolidAngleFraction(column);
        }

        double sum = 0;
        double solidAngle = 0;
        for (int i = 0; i < Joined; i++)
        {
            sum += counts[origin + i];
            solidAngle += ChannelFamily.SolidAngleFraction(i);
        }

        return sum / solidAngle;
    }

    private static float[] DelayQuantilesNs(long[] tally)
    {
        SpreadOverCentre(tally);
        int cells = PatternGrid.Rows * PatternGrid.TimeAngularCells;
        float[] quantiles = new float[cells * (HitPattern.QuantileCount + 1)];
        for (int cell = 0; cell < cells; cell++)
        {
            ReadOnlySpan<long> counts = tally.AsSpan(cell * PatternGrid.TimeCells, PatternGrid.TimeCells);
            Span<float> target = quantiles.AsSpan(cell * (HitPattern.QuantileCount + 1), HitPattern.QuantileCount + 1);
            FillQuantiles(counts, target);
        }

        return quantiles;
    }

    /// <summary>Row 0, the centre, from where every direction is alike: all columns of the innermost cell together.</summary>
    private static void SpreadOverCentre(long[] tally)
    {
        int row = PatternGrid.TimeAngularCells * PatternGrid.TimeCells;
        for (int time = 0; time < PatternGrid.TimeCells; time++)
        {
            long sum = 0;
            for (int column = 0; column < PatternGrid.TimeAngularCells; column++)
            {
                sum += tally[row + (column * PatternGrid.TimeCells) + time];
            }

            for (int column = 0; column < PatternGrid.TimeAngularCells; column++)
            {
                tally[(column * PatternGrid.TimeCells) + time] = sum;
            }
        }
    }

    private static void FillQuantiles(ReadOnlySpan<long> counts, Span<float> target)
    {
        double total = 0;
        foreach (long count in counts)
        {
            total += count;
        }

        int bin = 0;
        double below = 0;
        for (int i = 0; i <= HitPattern.QuantileCount; i++)
        {
            double wanted = total * Probability(i);
            while (bin < counts.Length - 1 && (counts[bin] == 0 || below + counts[bin] < wanted))
            {
                below += counts[bin];
                bin++;
            }

            double inside = counts[bin] > 0 ? Math.Clamp((wanted - below) / counts[bin], 0.0, 1.0) : 0.0;
            target[i] = (float)(PatternGrid.EarliestDelayNs + ((bin + inside) * PatternGrid.TimeCellNs));
        }
    }

    /// <summary>Probability of a quantile of the delays.</summary>
    public static double Probability(int index)
    {
        int regular = HitPattern.TimeQuantiles - 1;
        return index <= regular
            ? (double)index / HitPattern.TimeQuantiles
            : 1.0 - ((1.0 - ((index - regular) / (HitPattern.TailQuantiles + 1.0))) / HitPattern.TimeQuantiles);
    }
}
