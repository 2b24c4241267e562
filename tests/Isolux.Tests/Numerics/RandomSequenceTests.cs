using Isolux.Numerics.Random;
using Isolux.Numerics.Statistics;
using Isolux.Testing;
using Xunit;

namespace Isolux.Tests.Numerics;

public sealed class RandomSequenceTests
{
    private const double FalseAlarm = 1e-4;
    private const int Draws = 100_000;

    [Fact]
    public void AnEventReplaysAlone()
    {
        uint[] first = Words(new RandomSequence(7, 3, RandomStream.Electron, 41, 5));
        uint[] again = Words(new RandomSequence(7, 3, RandomStream.Electron, 41, 5));
        Assert.Equal(first, again);
    }

    [Fact]
    public void WholeBlocksAreTheSameWordsAsOneByOne()
    {
        RandomSequence oneByOne = new(17, 3, RandomStream.HitChannel, 41, 5);
        RandomSequence inBlocks = new(17, 3, RandomStream.HitChannel, 41, 5);
        uint[][] words = [.. Enumerable.Range(0, 4).Select(_ => new uint[48])];
        inBlocks.NextBlocks(words[0], words[1], words[2], words[3]);
        for (int block = 0; block < 48; block++)
        {
            for (int word = 0; word < 4; word++)
            {
                Assert.Equal(oneByOne.NextUInt32(), words[word][block]);
            }
        }

        Assert.Equal(oneByOne.NextUInt32(), inBlocks.NextUInt32());
        Assert.Throws<ArgumentException>(() => new RandomSequence(1, 0, RandomStream.Toy, 0, 0).NextBlocks(words[0].AsSpan(0, 8), words[1], words[2], words[3]));
    }

    [Fact]
    public void WordsAreTheBlocksOfTheDocumentedCounter()
    {
        RandomSequence random = new(0x1234_5678_9ABC_DEF0, 9, RandomStream.Gamma, 4, 2);
        for (uint block = 0; block < 3; block++)
        {
            PhiloxBlock expected = Philox4x32.Block(block, 2, 4, (9u << 8) | (uint)RandomStream.Gamma, 0x9ABC_DEF0, 0x1234_5678);
            PhiloxBlock actual = new(random.NextUInt32(), random.NextUInt32(), random.NextUInt32(), random.NextUInt32());
            Assert.Equal(expected, actual);
        }
    }

    [Fact]
    public void EveryAddressGivesAnotherSequence()
    {
        uint[][] sequences =
        [
            Words(new RandomSequence(1, 1, RandomStream.Toy, 1, 1)),
            Words(new RandomSequence(2, 1, RandomStream.Toy, 1, 1)),
            Words(new RandomSequence(1, 2, RandomStream.Toy, 1, 1)),
            Words(new RandomSequence(1, 1, RandomStream.Bootstrap, 1, 1)),
            Words(new RandomSequence(1, 1, RandomStream.Toy, 2, 1)),
            Words(new RandomSequence(1, 1, RandomStream.Toy, 1, 2)),
        ];
        Assert.Equal(sequences.Sum(words => words.Length), sequences.SelectMany(words => words).Distinct().Count());
    }

    [Fact]
    public void RunOutsideItsBitsIsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomSequence(1, RandomSequence.RunLimit, RandomStream.Toy, 0, 0));

    [Fact]
    public void NeighbouringStreamsAreUncorrelated()
    {
        double Correlation(RandomStream other)
        {
            RandomSequence a = new(5, 0, RandomStream.HitTime, 0, 0);
            RandomSequence b = new(5, 0, other, 0, 0);
            double sum = 0;
            for (int i = 0; i < Draws; i++)
            {
                sum += a.NextNormal() * b.NextNormal();
            }

            return sum / Draws;
        }

        double error = 1.0 / Math.Sqrt(Draws);
        StatisticalAssert.Agrees(Correlation(RandomStream.HitChannel), error, 0.0, FalseAlarm);
        StatisticalAssert.RejectsMutant("the same stream twice", () => StatisticalAssert.Agrees(Correlation(RandomStream.HitTime), error, 0.0, FalseAlarm));
    }

    [Fact]
    public void UniformExponentialAndNormalNumbersFollowTheirDistributions()
    {
        RandomSequence random = new(11, 0, RandomStream.Toy, 0, 0);
        double[] uniform = new double[Draws];
        double[] single = new double[Draws];
        double[] exponential = new double[Draws];
        double[] normal = new double[Draws];
        for (int i = 0; i < Draws; i++)
        {
            uniform[i] = random.NextDouble();
            single[i] = random.NextSingle();
            exponential[i] = random.NextExponential();
            normal[i] = random.NextNormal();
        }

        StatisticalAssert.Follows(uniform, x => x, FalseAlarm);
        StatisticalAssert.Follows(single, x => x, FalseAlarm);
        StatisticalAssert.Follows(exponential, x => 1.0 - Math.Exp(-x), FalseAlarm);
        StatisticalAssert.Follows(normal, Normal.Cumulative, FalseAlarm);
        StatisticalAssert.PullsAreStandard(normal, FalseAlarm);
        StatisticalAssert.RejectsMutant("normals 2 % too wide", () => StatisticalAssert.PullsAreStandard(Array.ConvertAll(normal, x => 1.02 * x), FalseAlarm));
        StatisticalAssert.RejectsMutant("uniforms shifted by 1 %", () => StatisticalAssert.Follows(Array.ConvertAll(uniform, x => x + 0.01), x => Math.Min(x, 1.0), FalseAlarm));
    }

    [Fact]
    public void DirectionsAreIsotropicUnitVectors()
    {
        RandomSequence random = new(12, 0, RandomStream.Toy, 0, 0);
        double[] cosTheta = new double[Draws];
        double[] turn = new double[Draws];
        for (int i = 0; i < Draws; i++)
        {
            (double x, double y, double z) = random.NextIsotropic();
            Assert.Equal(1.0, (x * x) + (y * y) + (z * z), 1e-14);
            cosTheta[i] = z;
            turn[i] = (Math.Atan2(y, x) / (2.0 * Math.PI)) + 0.5;
        }

        StatisticalAssert.Follows(cosTheta, z => 0.5 * (z + 1.0), FalseAlarm);
        StatisticalAssert.Follows(turn, t => t, FalseAlarm);
    }

    private static uint[] Words(RandomSequence random)
    {
        uint[] words = new uint[64];
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = random.NextUInt32();
        }

        return words;
    }
}
