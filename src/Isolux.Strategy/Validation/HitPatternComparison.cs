using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Detector.Photosensors;
using Isolux.Numerics.Random;
using Isolux.Numerics.Statistics;
using Isolux.Quantities;
using Isolux.Simulation.Response;

namespace Isolux.Strategy.Validation;

/// <summary>
/// Compares where the photoelectrons of one point land, drawn from a hit pattern and tracked photon by photon, by chi2 over patches of large PMTs: 12 rings of
/// equal cos(gamma), gamma seen from the detector centre between point and PMT, times 6 sectors about the direction of the point.
/// </summary>
internal sealed class HitPatternComparison(DetectorDescription detector, HitPattern pattern)
{
    private const int Rings = 12;
    private const int Sectors = 6;
    private const uint RandomRun = 4;

    /// <summary>Result of a comparison: chi2 over patches, its degrees of freedom and probability, and the rms of the relative differences beyond statistics.</summary>
    public readonly record struct Outcome(double Chi2, int Ndf, double Probability, double ExcessRms);

    /// <summary>Compares at a point.</summary>
    /// <param name="position">The point.</param>
    /// <param name="micro">What micro simulation sees of it.</param>
    /// <param name="draws">Photoelectrons to draw from the pattern.</param>
    /// <param name="seed">Seed.</param>
    public Outcome Compare(Position position, LightProbeResult micro, int draws, ulong seed)
    {
        int[] patches = Patches(position);
        double[] drawn = new double[Rings * Sectors];
        HitOrigin origin = pattern.Origin(position);
        RandomSequence random = new(seed, RandomRun, RandomStream.HitChannel, 0, 0);
        int[] channels = new int[draws];
        pattern.Draw(origin, SensorKind.Lpmt, ref random, channels, new float[draws]);
        foreach (int channel in channels)
        {
            drawn[patches[channel]]++;
        }

        double[] weights = new double[Rings * Sectors];
        double[] variances = new double[Rings * Sectors];
        for (int channel = 0; channel < patches.Length; channel++)
        {
            weights[patches[channel]] += micro.ChannelWeights[channel];
            variances[patches[channel]] += micro.ChannelVariance[channel];
        }

        return Summarise(drawn, weights, variances, draws / weights.Sum());
    }

    private static Outcome Summarise(double[] drawn, double[] weights, double[] variances, double scale)
    {
        double chi2 = 0;
        double excess = 0;
        int used = 0;
        for (int patch = 0; patch < drawn.Length; patch++)
        {
            double expected = scale * weights[patch];
            if (expected < 10)
            {
                continue;
            }

            double variance = expected + (scale * scale * variances[patch]);
            double difference2 = (drawn[patch] - expected) * (drawn[patch] - expected);
            chi2 += difference2 / variance;
            excess += (difference2 - variance) / (expected * expected);
            used++;
        }

        return new Outcome(chi2, used - 1, ChiSquared.UpperTailProbability(chi2, used - 1), Math.Sqrt(Math.Max(0.0, excess / used)));
    }

    private int[] Patches(Position position)
    {
        Position axis = position.RadiusMm > 0 ? position : new Position(0, 0, 1);
        Position first = Math.Abs(axis.CosTheta) < 0.9 ? Cross(axis, new Position(0, 0, 1)) : Cross(axis, new Position(1, 0, 0));
        Position second = Cross(axis, first);
        ImmutableArray<Photosensor> sensors = [.. detector.Photosensors.Where(sensor => sensor.Type.Kind == SensorKind.Lpmt)];
        int[] patches = new int[sensors.Length];
        for (int i = 0; i < patches.Length; i++)
        {
            Position centre = sensors[i].Centre;
            double cosGamma = Dot(centre, axis) / (centre.RadiusMm * axis.RadiusMm);
            double turn = (Math.Atan2(Dot(centre, second) / second.RadiusMm, Dot(centre, first) / first.RadiusMm) / (2.0 * Math.PI)) + 0.5;
            int ring = Math.Clamp((int)(0.5 * (cosGamma + 1.0) * Rings), 0, Rings - 1);
            patches[i] = (ring * Sectors) + Math.Clamp((int)(turn * Sectors), 0, Sectors - 1);
        }

        return patches;
    }

    private static double Dot(Position a, Position b) => (a.XMm * b.XMm) + (a.YMm * b.YMm) + (a.ZMm * b.ZMm);

    private static Position Cross(Position a, Position b) => new(
        (a.YMm * b.ZMm) - (a.ZMm * b.YMm), (a.ZMm * b.XMm) - (a.XMm * b.ZMm), (a.XMm * b.YMm) - (a.YMm * b.XMm));
}
