using Isolux.Numerics.Histograms;
using Isolux.Numerics.Random;
using Isolux.Numerics.Statistics;
using Isolux.Testing;
using Xunit;

namespace Isolux.Tests.Numerics;

public sealed class StatisticsTests
{
    // NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.4: upper critical values at 0.05 and 0.01 (three decimals).
    [Theory]
    [InlineData(3.841, 1, 0.05)]
    [InlineData(18.307, 10, 0.05)]
    [InlineData(124.342, 100, 0.05)]
    [InlineData(23.209, 10, 0.01)]
    public void ChiSquaredReproducesItsTable(double chi2, int degreesOfFreedom, double probability) =>
        Assert.Equal(probability, ChiSquared.UpperTailProbability(chi2, degreesOfFreedom), 2e-5);

    // Abramowitz and Stegun, table 26.5.
    [Theory]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.5, 0.0)]
    [InlineData(0.01, -2.326347874040841)]
    public void NormalQuantileReproducesItsTable(double probability, double z)
    {
        Assert.Equal(z, Normal.Quantile(probability), 1e-12);
        Assert.Equal(probability, Normal.Cumulative(z), 1e-12);
    }

    [Fact]
    public void NormalTwoSidedLimitIsTheInverseOfItsProbability() =>
        Assert.Equal(1e-7, Normal.TwoSidedProbability(Normal.TwoSidedLimit(1e-7)), 1e-16);

    // N. Smirnov, Ann. Math. Stat. 19 (1948) 279: the limiting distribution exceeds 1.36 with probability 0.0495, 1.63 with 0.0098.
    [Theory]
    [InlineData(1.36, 0.0495)]
    [InlineData(1.63, 0.0098)]
    public void KolmogorovReproducesItsLimit(double scaledDistance, double probability) =>
        Assert.Equal(probability, KolmogorovSmirnov.UpperTailProbability(scaledDistance / 1e4, 100_000_000), 1e-4);

    [Fact]
    public void MomentsAgreeWithTheDefinitionAndMergeInBlocks()
    {
        double[] values = Exponentials(1000, 0);
        RunningMoments whole = new();
        RunningMoments merged = new();
        foreach (double[] block in values.Chunk(37))
        {
            RunningMoments part = new();
            foreach (double value in block)
            {
                whole.Add(value);
                part.Add(value);
            }

            merged.Add(part);
        }

        double mean = values.Average();
        double Central(int power) => values.Sum(value => Math.Pow(value - mean, power)) / values.Length;
        foreach (RunningMoments moments in new[] { whole, merged })
        {
            Assert.Equal(values.Length, moments.Count);
            Assert.Equal(mean, moments.Mean, 1e-13);
            Assert.Equal(Central(2) * values.Length / (values.Length - 1), moments.Variance, 1e-12);
            Assert.Equal(Central(3) / Math.Pow(Central(2), 1.5), moments.Skewness, 1e-10);
            Assert.Equal((Central(4) / (Central(2) * Central(2))) - 3.0, moments.ExcessKurtosis, 1e-10);
        }
    }

    [Fact]
    public void ErrorsOfMeanAndSigmaCoverForASkewedParent()
    {
        const int experiments = 2000;
        const double falseAlarm = 1e-4;
        double[] meanPulls = new double[experiments];
        double[] gaussianSigmaPulls = new double[experiments];
        double[] sigmaPulls = new double[experiments];
        for (int e = 0; e < experiments; e++)
        {
            RunningMoments moments = new();
            foreach (double value in Exponentials(400, (uint)e + 1))
            {
                moments.Add(value);
            }

            // Sizes, not signed pulls of the measured error: with a skewed parent value and error correlate.
            meanPulls[e] = (moments.Mean - 1.0) / Math.Sqrt(1.0 / 400);
            sigmaPulls[e] = (moments.StandardDeviation - 1.0) * Math.Sqrt(400) / Math.Sqrt(8.0 / 4.0);
            gaussianSigmaPulls[e] = (moments.StandardDeviation - 1.0) * Math.Sqrt(2.0 * 400);
        }

        StatisticalAssert.PullsAreStandard(meanPulls, falseAlarm);
        RunningMoments sigma = new();
        foreach (double pull in sigmaPulls)
        {
            sigma.Add(pull);
        }

        // Var(s) = (mu4 - sigma^4)/(4 n sigma^2) = (9 - 1)/(4 n) for an exponential parent; 3 % for the order 1/n left out.
        Assert.InRange(sigma.StandardDeviation, 0.94, 1.04);
        StatisticalAssert.RejectsMutant("the Gaussian error of sigma", () => StatisticalAssert.PullsAreStandard(gaussianSigmaPulls, falseAlarm));
    }

    [Fact]
    public void ErrorOfSigmaIsTheSpreadOfSigma()
    {
        RunningMoments spread = new();
        RunningMoments claimed = new();
        for (uint e = 0; e < 1000; e++)
        {
            RunningMoments moments = new();
            foreach (double value in Exponentials(2000, 5000 + e))
            {
                moments.Add(value);
            }

            spread.Add(moments.StandardDeviation);
            claimed.Add(moments.StandardDeviationError);
        }

        // The claimed error is biased low by a few percent at n = 2000 because the fourth moment of an exponential is tail-driven.
        Assert.Equal(1.0, claimed.Mean / spread.StandardDeviation, 0.08);
    }

    [Fact]
    public void HistogramSortsEveryValueIntoOnePlace()
    {
        Histogram1D histogram = new(10, 0.0, 1.0);
        histogram.Fill(-1e-9);
        histogram.Fill(0.0);
        histogram.Fill(Math.BitDecrement(1.0), 2.0);
        histogram.Fill(1.0);
        Assert.Equal((1.0, 1.0), (histogram.Underflow, histogram.Overflow));
        Assert.Equal((1.0, 2.0), (histogram.Contents[0], histogram.Contents[9]));
        Assert.Equal(2.0, histogram.Error(9));
        Assert.Equal(3.0, histogram.Sum);
        Assert.Equal(4, histogram.Entries);
        Assert.Throws<ArgumentOutOfRangeException>(() => histogram.Fill(double.NaN));
    }

    [Fact]
    public void HistogramsAddOnlyWithEqualBinning()
    {
        Histogram1D first = new(4, 0.0, 4.0);
        Histogram1D second = new(4, 0.0, 4.0);
        first.Fill(1.5);
        second.Fill(1.5, 3.0);
        second.Fill(9.0);
        first.Add(second);
        Assert.Equal(4.0, first.Contents[1]);
        Assert.Equal(10.0, first.Variances[1]);
        Assert.Equal((1.0, 3L), (first.Overflow, first.Entries));
        Assert.Equal((1.5, 1.0), (first.Centre(1), first.Edge(1)));
        Assert.Throws<ArgumentException>(() => first.Add(new Histogram1D(4, 0.0, 5.0)));
    }

    [Fact]
    public void HistogramsOfOneParentAgree()
    {
        Histogram1D Filled(uint seed, double scale)
        {
            Histogram1D histogram = new(40, 0.0, 4.0);
            foreach (double value in Exponentials(50_000, seed))
            {
                histogram.Fill(scale * value);
            }

            return histogram;
        }

        StatisticalAssert.SameDistribution(Filled(8000, 1.0), Filled(8001, 1.0), 1e-4);
        StatisticalAssert.RejectsMutant("a scale off by 8 %", () => StatisticalAssert.SameDistribution(Filled(8000, 1.0), Filled(8001, 1.08), 1e-4));
    }

    private static double[] Exponentials(int count, uint eventIndex)
    {
        RandomSequence random = new(31, 0, RandomStream.Toy, eventIndex, 0);
        double[] values = new double[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = random.NextExponential();
        }

        return values;
    }
}
