using Isolux.Numerics.Distributions;
using Isolux.Numerics.Random;

namespace Isolux.Testing.Calibration;

/// <summary>Spectra drawn from a known truth, for closure tests of peak fits. Toy number <c>toy</c> of a seed is always the same.</summary>
public static class PeakToys
{
    /// <summary>Normal values.</summary>
    public static double[] Gaussian(ulong seed, uint toy, int count, double mean, double sigma)
    {
        RandomSequence random = new(seed, 0, RandomStream.Toy, toy, 0);
        double[] values = new double[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = mean + (sigma * random.NextNormal());
        }

        return values;
    }

    /// <summary>The same, rounded to whole counts.</summary>
    public static double[] WholeCounts(ulong seed, uint toy, int count, double mean, double sigma) =>
        Array.ConvertAll(Gaussian(seed, toy, count, mean, sigma), Math.Round);

    /// <summary>
    /// Photoelectrons of a gamma source: full-absorption events Gaussian about <paramref name="mean"/>, the others on a continuum that rises linearly up to
    /// 0.9 of the peak, smeared alike: what escapes of the line near the boundary.
    /// </summary>
    public static int[] SourceCounts(ulong seed, uint toy, int count, double mean, double sigma, double fullFraction)
    {
        RandomSequence random = new(seed, 1, RandomStream.Toy, toy, 0);
        int[] counts = new int[count];
        for (int i = 0; i < count; i++)
        {
            double light = random.NextDouble() < fullFraction ? mean : 0.9 * mean * Math.Sqrt(random.NextDouble());
            counts[i] = Math.Max(0, (int)Math.Round(light + (sigma * Math.Sqrt(light / mean) * random.NextNormal())));
        }

        return counts;
    }

    /// <summary>Poisson counts.</summary>
    public static int[] Poissonian(ulong seed, uint toy, int count, double mean)
    {
        RandomSequence random = new(seed, 2, RandomStream.Toy, toy, 0);
        int[] counts = new int[count];
        for (int i = 0; i < count; i++)
        {
            counts[i] = Poisson.Sample(mean, ref random);
        }

        return counts;
    }
}
