using Isolux.Calibration.NonUniformity;
using Isolux.Numerics.Random;
using Isolux.Numerics.Statistics;
using Isolux.Quantities;
using Xunit;

namespace Isolux.Tests.Calibration;

/// <summary>Toys: a line 2.2 % wide with a tail of escaped energy, even over a sphere, distorted by a known residual.</summary>
public sealed class ResidualResponseCalibratorTests
{
    private const double RadiusMm = 17_700.0;
    private const double Width = 0.022;
    private const int Events = 200_000;
    private static readonly ResidualResponseSettings Settings = new() { Shells = 8, Degree = 4 };

    [Fact]
    public void Terms_follow_a_known_residual_in_radius_and_azimuth_within_their_error()
    {
        ResidualResponse terms = Calibrate(Residual, 1);
        RunningMoments before = new();
        RunningMoments after = new();
        RunningMoments turned = new();
        double predicted = 0;
        foreach (Position point in Points(2, 4000))
        {
            before.Add(Residual(point));
            after.Add(Residual(point) - terms.Evaluate(point));
            turned.Add(Residual(point) - terms.Evaluate(new Position(-point.XMm, -point.YMm, point.ZMm)));
            predicted += Math.Pow(terms.StandardError(point.RadiusMm), 2) / 4000;
        }

        // What is left is the statistical error and what shells of an eighth of the volume cannot follow; a wrong azimuth would leave more than was there.
        Assert.InRange(Rms(after) / Math.Sqrt(predicted), 0.7, 1.6);
        Assert.True(Rms(after) < 0.4 * Rms(before), $"{Rms(after):P3} of {Rms(before):P3}");
        Assert.True(Rms(turned) > Rms(before));
    }

    [Fact]
    public void Noise_alone_is_shrunk_away()
    {
        ResidualResponse terms = Calibrate(_ => 0.0, 3);
        RunningMoments left = new();
        foreach (Position point in Points(4, 2000))
        {
            left.Add(terms.Evaluate(point));
        }

        // 25 terms of a shell with 21,000 events of the peak, each known to 0.019 %, would add up to 0.094 %.
        Assert.True(Rms(left) < 0.0005, $"{Rms(left):P3}");
    }

    [Fact]
    public void Columns_of_different_length_are_refused()
    {
        ResidualResponseCalibrator calibrator = new(RadiusMm, Settings);
        Assert.Throws<ArgumentException>(() => calibrator.Calibrate(new Position[3], new double[2], new double[3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ResidualResponseSettings { Shells = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ResidualResponseSettings { Degree = 41 });
    }

    private static double Residual(Position point)
    {
        double r = point.RadiusMm / RadiusMm;
        return (0.004 * point.XMm / RadiusMm) + (0.003 * r * r * point.XMm * point.YMm / (RadiusMm * RadiusMm)) - (0.004 * (Math.Pow(r, 3) - 0.5));
    }

    private static double Rms(RunningMoments moments) => Math.Sqrt(moments.Variance + (moments.Mean * moments.Mean));

    private static ResidualResponse Calibrate(Func<Position, double> residual, uint run)
    {
        Position[] points = [.. Points(run, Events)];
        double[] ratios = new double[points.Length];
        for (int i = 0; i < points.Length; i++)
        {
            RandomSequence random = new(71, run, RandomStream.Toy, (uint)i, 1);
            double kept = random.NextDouble() < 0.2 ? random.NextDouble() : 1.0;
            ratios[i] = kept * (1.0 + residual(points[i])) * (1.0 + (Width * random.NextNormal()));
        }

        double[] widths = new double[points.Length];
        Array.Fill(widths, Width);
        return new ResidualResponseCalibrator(RadiusMm, Settings).Calibrate(points, ratios, widths);
    }

    private static IEnumerable<Position> Points(uint run, int count)
    {
        for (int i = 0; i < count; i++)
        {
            RandomSequence random = new(71, run, RandomStream.Toy, (uint)i, 0);
            yield return Position.FromSpherical(RadiusMm * Math.Cbrt(random.NextDouble()), (2.0 * random.NextDouble()) - 1.0, 2.0 * Math.PI * random.NextDouble());
        }
    }
}
