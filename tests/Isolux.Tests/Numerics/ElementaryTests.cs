using Isolux.Numerics.Elementary;
using Isolux.Numerics.Random;
using MathNet.Numerics;
using Xunit;

namespace Isolux.Tests.Numerics;

/// <summary>Against the C library, whose own error is below one ulp; bounds are what the polynomials are meant to give.</summary>
public sealed class ElementaryTests
{
    private const int Points = 200_000;
    private const double LargestUlps64 = 3.0;
    private const double LargestUlps32 = 3.0;

    [Fact]
    public void LogHoldsOverAllExponents()
    {
        RandomSequence random = new(1, 0, RandomStream.Toy, 0, 0);
        double worst = 0;
        for (int i = 0; i < Points; i++)
        {
            double x = (1.0 + random.NextDouble()) * Math.Pow(2.0, Math.Floor((2040.0 * random.NextDouble()) - 1020.0));
            worst = Math.Max(worst, Ulps(Elementary64.Log(x), Math.Log(x)));
        }

        Assert.InRange(worst, 0.0, LargestUlps64);
    }

    [Fact]
    public void LogHoldsNearOne()
    {
        double worst = 0;
        for (int power = 1; power <= 52; power++)
        {
            double step = Math.Pow(2.0, -power);
            foreach (double x in new[] { 1.0 + step, 1.0 - (0.5 * step), 1.0 + (0.7 * step), 1.0 - (0.3 * step) })
            {
                worst = Math.Max(worst, Ulps(Elementary64.Log(x), Math.Log(x)));
            }
        }

        Assert.InRange(worst, 0.0, LargestUlps64);
        Assert.Equal(0.0, Elementary64.Log(1.0));
    }

    [Fact]
    public void ExpHoldsOverItsRange()
    {
        RandomSequence random = new(2, 0, RandomStream.Toy, 0, 0);
        double worst = 0;
        for (int i = 0; i < Points; i++)
        {
            double x = -708.0 + (1417.7 * random.NextDouble());
            worst = Math.Max(worst, Ulps(Elementary64.Exp(x), Math.Exp(x)));
            double small = 1e-3 * (random.NextDouble() - 0.5);
            worst = Math.Max(worst, Ulps(Elementary64.Exp(small), Math.Exp(small)));
        }

        Assert.InRange(worst, 0.0, LargestUlps64);
    }

    [Fact]
    public void ExpEdges()
    {
        Assert.Equal(1.0, Elementary64.Exp(0.0));
        Assert.Equal(0.0, Elementary64.Exp(-708.1));
        Assert.Equal(0.0, Elementary64.Exp(double.NegativeInfinity));
        Assert.Equal(double.PositiveInfinity, Elementary64.Exp(709.79));
        Assert.Equal(double.PositiveInfinity, Elementary64.Exp(double.PositiveInfinity));
        Assert.True(double.IsFinite(Elementary64.Exp(709.78)));
        Assert.True(double.IsNaN(Elementary64.Exp(double.NaN)));
    }

    [Fact]
    public void SineAndCosineOfATurn()
    {
        RandomSequence random = new(3, 0, RandomStream.Toy, 0, 0);
        double worst = 0;
        float worstSingle = 0;
        for (int i = 0; i < Points; i++)
        {
            double turn = random.NextDouble();
            (double sine, double cosine) = Elementary64.SinCosTurn(turn);
            (double expectedSine, double expectedCosine) = Math.SinCos(2.0 * Math.PI * turn);
            worst = Math.Max(worst, Math.Max(Math.Abs(sine - expectedSine), Math.Abs(cosine - expectedCosine)));

            float single = random.NextSingle();
            (float sine32, float cosine32) = Elementary32.SinCosTurn(single);
            (expectedSine, expectedCosine) = Math.SinCos(2.0 * Math.PI * single);
            worstSingle = MathF.Max(worstSingle, MathF.Max(MathF.Abs(sine32 - (float)expectedSine), MathF.Abs(cosine32 - (float)expectedCosine)));
        }

        // Absolute errors: the reference itself rounds 2 pi t to 4e-16.
        Assert.InRange(worst, 0.0, 1e-15);
        Assert.InRange(worstSingle, 0.0f, 2.5e-7f);
        Assert.Equal((0.0, 1.0), Elementary64.SinCosTurn(0.0));
        Assert.Equal((1.0, 0.0), (Elementary64.SinCosTurn(0.25).Sine, Math.Abs(Elementary64.SinCosTurn(0.25).Cosine)));
    }

    [Fact]
    public void SinglePrecisionLog()
    {
        RandomSequence random = new(4, 0, RandomStream.Toy, 0, 0);
        double worst = 0;
        for (int i = 0; i < Points; i++)
        {
            float uniform = random.NextSingle();
            worst = Math.Max(worst, Ulps32(Elementary32.Log(uniform), Math.Log(uniform)));
            float wide = MathF.ScaleB(1.0f + random.NextSingle(), (int)(random.NextUInt32() % 250) - 125);
            worst = Math.Max(worst, Ulps32(Elementary32.Log(wide), Math.Log(wide)));
        }

        Assert.InRange(worst, 0.0, LargestUlps32);
        Assert.Equal(0.0f, Elementary32.Log(1.0f));
    }

    [Fact]
    public void LogGammaAgreesWithFactorialsAndTheLibrary()
    {
        double logFactorial = 0;
        for (int n = 1; n <= 170; n++)
        {
            logFactorial += Math.Log(n);
            Assert.Equal(logFactorial, LogGamma.Evaluate(n + 1.0), 1e-12);
        }

        foreach (double x in new[] { 0.1, 0.5, 1.3, 9.99, 10.0, 12.5, 1e3, 1e6, 1e9 })
        {
            double reference = SpecialFunctions.GammaLn(x);
            Assert.InRange(Math.Abs(LogGamma.Evaluate(x) - reference), 0.0, 1e-13 * Math.Max(1.0, Math.Abs(reference)));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => LogGamma.Evaluate(0.0));
        Assert.Throws<ArgumentOutOfRangeException>(() => LogGamma.Evaluate(double.NaN));
    }

    private static double Ulps(double value, double reference) =>
        value == reference ? 0.0 : Math.Abs(value - reference) / (Math.BitIncrement(Math.Abs(reference)) - Math.Abs(reference));

    private static double Ulps32(float value, double reference)
    {
        float rounded = MathF.Abs((float)reference);
        return Math.Abs(value - reference) / (MathF.BitIncrement(rounded) - rounded);
    }
}
