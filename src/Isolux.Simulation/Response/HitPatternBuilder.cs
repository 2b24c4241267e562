using System.Collections.Immutable;
using Isolux.Detector.Photosensors;

namespace Isolux.Simulation.Response;

/// <summary>Turns the counts of a map build into the normalised tables of a <see cref="HitPattern"/>.</summary>
internal static class HitPatternBuilder
{
    private const int Families = 2;

    public static HitPattern Build(PatternTally tally, double outerRadiusMm, ImmutableArray<Photosensor> sensors)
    {
        int lpmtCount = sensors.Count(sensor => sensor.Type.Kind == SensorKind.Lpmt);
        float[] weights = new float[sensors.Length];
        FillChannelWeights(tally.Channels.AsSpan(0, lpmtCount), weights.AsSpan(0, lpmtCount));
        FillChannelWeights(tally.Channels.AsSpan(lpmtCount), weights.AsSpan(lpmtCount));
        return new HitPattern(outerRadiusMm, AngularProfiles(tally.Angular), weights, TimeQuantilesNs(tally.Time), sensors);
    }

    private static void FillChannelWeights(ReadOnlySpan<long> counts, Span<float> weights)
    {
        long largest = 1;
        foreach (long count in counts)
        {
            largest = Math.Max(largest, count);
        }

        for (int i = 0; i < counts.Length; i++)
        {
            weights[i] = (float)counts[i] / largest;
        }
    }

    /// <summary>Weight per solid angle, scaled so that the largest of each profile is 1. Cells even in s cover solid angles proportional to 2i + 1.</summary>
    private static float[] AngularProfiles(long[] tally)
    {
        float[] profiles = new float[tally.Length];
        for (int profile = 0; profile < Families * PatternGrid.RadialCells; profile++)
        {
            int origin = profile * PatternGrid.AngularCells;
            double largest = 0;
            for (int i = 0; i < PatternGrid.AngularCells; i++)
            {
                largest = Math.Max(largest, Density(tally, origin, i));
            }

            for (int i = 0; i < PatternGrid.AngularCells && largest > 0; i++)
            {
                profiles[origin + i] = (float)(Density(tally, origin, i) / largest);
            }
        }

        return profiles;
    }

    // The first cells span so little solid angle that they are taken together.
    private static double Density(long[] tally, int origin, int cell)
    {
        const int Joined = 3;
        if (cell >= Joined)
        {
            return tally[origin + cell] / ((2.0 * cell) + 1.0);
        }

        double sum = 0;
        for (int i = 0; i < Joined; i++)
        {
            sum += tally[origin + i];
        }

        return sum / (Joined * Joined);
    }

    private static float[] TimeQuantilesNs(long[] tally)
    {
        int cells = PatternGrid.RadialCells * PatternGrid.TimeAngularCells;
        float[] quantiles = new float[cells * (HitPattern.QuantileCount + 1)];
        for (int cell = 0; cell < cells; cell++)
        {
            ReadOnlySpan<long> counts = tally.AsSpan(cell * PatternGrid.TimeCells, PatternGrid.TimeCells);
            Span<float> target = quantiles.AsSpan(cell * (HitPattern.QuantileCount + 1), HitPattern.QuantileCount + 1);
            FillQuantiles(counts, target);
        }

        return quantiles;
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
            while (bin < counts.Length - 1 && below + counts[bin] < wanted)
            {
                below += counts[bin];
                bin++;
            }

            double inside = counts[bin] > 0 ? Math.Clamp((wanted - below) / counts[bin], 0.0, 1.0) : 0.0;
            target[i] = (float)((bin + inside) * PatternGrid.TimeCellNs);
        }
    }

    private static double Probability(int index)
    {
        int regular = HitPattern.TimeQuantiles - 1;
        return index <= regular
            ? (double)index / HitPattern.TimeQuantiles
            : 1.0 - ((1.0 - ((index - regular) / (HitPattern.TailQuantiles + 1.0))) / HitPattern.TimeQuantiles);
    }
}
