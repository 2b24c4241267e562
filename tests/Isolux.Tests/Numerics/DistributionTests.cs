using Isolux.Numerics.Distributions;
using Isolux.Numerics.Elementary;
using Isolux.Numerics.Random;
using Isolux.Numerics.Statistics;
using Isolux.Testing;
using Xunit;

namespace Isolux.Tests.Numerics;

public sealed class DistributionTests
{
    private const double FalseAlarm = 1e-4;
    private const int Draws = 200_000;

    [Theory]
    [InlineData(0.02)]
    [InlineData(1.7)]
    [InlineData(9.999)]
    [InlineData(10.0)]
    [InlineData(142.7)]
    [InlineData(3000.0)]
    public void PoissonHasItsMomentsAndProbabilities(double mean)
    {
        RandomSequence random = new(21, 0, RandomStream.Toy, (uint)(1000.0 * mean), 0);
        int first = (int)Math.Max(0.0, Math.Floor(mean - (7.0 * Math.Sqrt(mean))));
        double[] counts = new double[(int)Math.Ceiling(14.0 * Math.Sqrt(mean)) + 10];
        RunningMoments moments = new();
        for (int i = 0; i < Draws; i++)
        {
            int count = Poisson.Sample(mean, ref random);
            moments.Add(count);
            counts[Math.Clamp(count - first, 0, counts.Length - 1)]++;
        }

        StatisticalAssert.Agrees(moments.Mean, Math.Sqrt(mean / Draws), mean, FalseAlarm);
        StatisticalAssert.Agrees(moments.Variance, moments.VarianceError, mean, FalseAlarm);
        StatisticalAssert.MatchesExpectation(counts, Expected(mean), 0, FalseAlarm);
        StatisticalAssert.RejectsMutant(
            "a mean off by twenty of its errors: 0.08 % at 3000, 1.4 % at 10",
            () => StatisticalAssert.MatchesExpectation(counts, Expected(mean + (20.0 * Math.Sqrt(mean / Draws))), 0, FalseAlarm));

        double[] Expected(double of)
        {
            double[] expected = new double[counts.Length];
            for (int i = 0; i < expected.Length; i++)
            {
                int count = first + i;
                expected[i] = Draws * Math.Exp((count * Math.Log(of)) - of - LogGamma.Evaluate(count + 1.0));
            }

            return expected;
        }
    }

    [Theory]
    [InlineData(12, 0.3)]
    [InlineData(400, 0.013)]
    [InlineData(3000, 0.01)]
    [InlineData(3000, 0.5)]
    [InlineData(3000, 0.96)]
    [InlineData(12_000, 0.999)]
    public void BinomialHasItsMomentsAndProbabilities(int trials, double probability)
    {
        RandomSequence random = new(23, 0, RandomStream.Toy, (uint)trials, (uint)(1e6 * probability));
        double mean = trials * probability;
        double sigma = Math.Sqrt(mean * (1.0 - probability));
        int first = (int)Math.Max(0.0, Math.Floor(mean - (7.0 * sigma)));
        double[] counts = new double[(int)Math.Min(trials - first, Math.Ceiling(14.0 * sigma) + 10) + 1];
        RunningMoments moments = new();
        for (int i = 0; i < Draws; i++)
        {
            int count = Binomial.Sample(trials, probability, ref random);
            moments.Add(count);
            counts[Math.Clamp(count - first, 0, counts.Length - 1)]++;
        }

        StatisticalAssert.Agrees(moments.Mean, sigma / Math.Sqrt(Draws), mean, FalseAlarm);
        StatisticalAssert.Agrees(moments.Variance, moments.VarianceError, sigma * sigma, FalseAlarm);
        StatisticalAssert.MatchesExpectation(counts, Expected(probability), 0, FalseAlarm);
        double shifted = probability + ((probability > 0.5 ? -20.0 : 20.0) * sigma / (trials * Math.Sqrt(Draws)));
        StatisticalAssert.RejectsMutant("a mean off by twenty of its errors", () => StatisticalAssert.MatchesExpectation(counts, Expected(shifted), 0, FalseAlarm));

        double[] Expected(double of) =>
        [
            .. Enumerable.Range(first, counts.Length).Select(k => Draws * Math.Exp(
                LogGamma.Evaluate(trials + 1.0) - LogGamma.Evaluate(k + 1.0) - LogGamma.Evaluate(trials - k + 1.0) + (k * Math.Log(of)) + ((trials - k) * Math.Log(1.0 - of)))),
        ];
    }

    [Fact]
    public void BinomialEdges()
    {
        RandomSequence random = new(24, 0, RandomStream.Toy, 0, 0);
        Assert.Equal(0, Binomial.Sample(0, 0.4, ref random));
        Assert.Equal(0, Binomial.Sample(500, 0.0, ref random));
        Assert.Equal(500, Binomial.Sample(500, 1.0, ref random));
        foreach ((int trials, double probability) in new[] { (-1, 0.5), (5, -0.1), (5, 1.1), (5, double.NaN) })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() =>
            {
                RandomSequence own = new(1, 0, RandomStream.Toy, 0, 0);
                return Binomial.Sample(trials, probability, ref own);
            });
        }
    }

    [Fact]
    public void PoissonEdges()
    {
        RandomSequence random = new(22, 0, RandomStream.Toy, 0, 0);
        Assert.Equal(0, Poisson.Sample(0.0, ref random));
        Assert.InRange(Poisson.Sample(Poisson.LargestMean, ref random), 999_000_000, 1_001_000_000);
        foreach (double bad in new[] { -1.0, double.NaN, 2e9 })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() =>
            {
                RandomSequence own = new(1, 0, RandomStream.Toy, 0, 0);
                return Poisson.Sample(bad, ref own);
            });
        }
    }

    [Fact]
    public void AliasTableKeepsItsWeights()
    {
        double[] weights = [3.0, 0.0, 1.0, 0.25, 10.0, 0.0, 2.5, 1e-3];
        double sum = weights.Sum();
        AliasTable table = new(weights);
        RandomSequence random = new(23, 0, RandomStream.Toy, 0, 0);
        double[] fromWords = new double[weights.Length];
        double[] fromUniform = new double[weights.Length];
        for (int i = 0; i < Draws; i++)
        {
            fromWords[table.Sample(ref random)]++;
            fromUniform[table.Sample(random.NextDouble())]++;
        }

        double[] expected = Array.ConvertAll(weights, weight => Draws * weight / sum);
        foreach (double[] counts in new[] { fromWords, fromUniform })
        {
            Assert.Equal(0.0, counts[1] + counts[5]);
            StatisticalAssert.MatchesExpectation(counts, expected, 1, FalseAlarm);
        }

        double[] wrong = [.. expected];
        wrong[0] *= 1.03;
        StatisticalAssert.RejectsMutant("one weight 3 % too large", () => StatisticalAssert.MatchesExpectation(fromWords, wrong, 1, FalseAlarm));
    }

    [Fact]
    public void AliasTableRefusesImpossibleWeights()
    {
        Assert.Throws<ArgumentException>(() => new AliasTable([]));
        Assert.Throws<ArgumentException>(() => new AliasTable([0.0, 0.0]));
        Assert.Throws<ArgumentException>(() => new AliasTable([1.0, -1.0]));
        Assert.Throws<ArgumentException>(() => new AliasTable([1.0, double.NaN]));
    }

    [Fact]
    public void TabulatedDensityInvertsItsOwnIntegral()
    {
        TabulatedDensity density = new([1.0, 2.0, 4.0, 5.0, 7.0], [0.0, 3.0, 1.0, 1.0, 0.0]);
        RandomSequence random = new(24, 0, RandomStream.Toy, 0, 0);
        double[] whole = new double[Draws / 10];
        double[] truncated = new double[Draws / 10];
        for (int i = 0; i < whole.Length; i++)
        {
            double uniform = random.NextDouble();
            whole[i] = density.Sample(uniform);
            Assert.Equal(uniform, density.Cumulative(whole[i]), 1e-13);
            truncated[i] = density.SampleAbove(3.3, random.NextDouble());
            Assert.True(truncated[i] >= 3.3);
        }

        double below = density.Cumulative(3.3);
        double Above(double x) => (density.Cumulative(x) - below) / (1.0 - below);
        StatisticalAssert.Follows(truncated, Above, FalseAlarm);
        StatisticalAssert.RejectsMutant("truncation ignored", () => StatisticalAssert.Follows(whole, Above, FalseAlarm));
        Assert.Equal(3.0 / 7.5, density.Density(2.0), 1e-15);
        Assert.Equal(density.Lower, density.Sample(0.0));

        // Where the density itself falls to 0, a rounding of 1e-16 in probability is its root in x.
        Assert.Equal(density.Upper, density.Sample(1.0), 1e-7);
        Assert.Equal(8.0, density.SampleAbove(8.0, 0.5));
        Assert.Equal(density.Sample(0.3), density.SampleAbove(0.5, 0.3));
    }

    [Fact]
    public void TabulatedDensitySkipsCellsWithoutProbability()
    {
        TabulatedDensity density = new([0.0, 1.0, 2.0, 3.0, 4.0], [1.0, 0.0, 0.0, 0.0, 1.0]);
        RandomSequence random = new(25, 0, RandomStream.Toy, 0, 0);
        for (int i = 0; i < 10_000; i++)
        {
            double value = density.Sample(random.NextDouble());
            Assert.True(value is <= 1.0 or >= 3.0);
        }
    }
}
