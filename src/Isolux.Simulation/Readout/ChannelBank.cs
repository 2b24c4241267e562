using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Detector.Photosensors;
using Isolux.Detector.Readout;
using Isolux.Numerics.Random;

namespace Isolux.Simulation.Readout;

/// <summary>The true constants of every channel of a detector, drawn from (seed, channel) with the declared spreads.</summary>
public sealed class ChannelBank
{
    private const uint ConstantsProperty = 3;
    private const double LargestNormal = 3.0;

    /// <summary>Draws the channels.</summary>
    /// <param name="detector">The detector; needs electronics.</param>
    /// <param name="seed">Seed.</param>
    /// <exception cref="InvalidSpecificationException">The detector declares no electronics.</exception>
    public ChannelBank(DetectorDescription detector, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(detector);
        Electronics = detector.Electronics ?? throw new InvalidSpecificationException(new SpecificationFault(
            detector.Name, "$.readout.electronics", null, "pulses and triggers are simulated from it", "declare the electronics"));
        Efficiency = new ChannelEfficiency(detector, seed);
        LargeCount = detector.Photosensors.Count(sensor => sensor.Type.Kind == SensorKind.Lpmt);
        Channels = [.. detector.Photosensors.Select(sensor => Draw(sensor, Electronics.Channels[sensor.Type.Name], Efficiency.Relative[sensor.Channel.Index], seed))];
    }

    /// <summary>The declared electronics.</summary>
    public Electronics Electronics { get; }

    /// <summary>Relative efficiencies of the channels.</summary>
    public ChannelEfficiency Efficiency { get; }

    /// <summary>The channels.</summary>
    public ImmutableArray<ChannelTruth> Channels { get; }

    /// <summary>Number of large PMTs: the first channels.</summary>
    public int LargeCount { get; }

    private static ChannelTruth Draw(Photosensor sensor, ChannelSpread spread, double relativeEfficiency, ulong seed)
    {
        RandomSequence random = new(seed, 0, RandomStream.ChannelProperties, ConstantsProperty, (uint)sensor.Channel.Index);
        double gain = 1.0 + (spread.GainSpreadFraction * Cut(ref random));
        double resolution = sensor.Type.SinglePeResolution * (1.0 + (spread.SinglePeSpreadFraction * Cut(ref random)));
        double offsetNs = spread.TimeOffsetSpreadNs * Cut(ref random);
        double walkNs = spread.TimeWalkNs * (1.0 + (spread.TimeWalkSpreadFraction * Cut(ref random)));
        double darkRateHz = sensor.Type.DarkRateHz * (1.0 + (spread.DarkRateSpreadFraction * Cut(ref random)));
        bool noisy = random.NextDouble() < spread.NoisyFraction;
        bool dead = relativeEfficiency <= 0;
        return new ChannelTruth(
            gain,
            new SinglePeCharge(resolution, spread.SinglePeTailFraction, spread.SinglePeTailMeanPe),
            relativeEfficiency,
            offsetNs,
            walkNs,
            dead ? 0.0 : darkRateHz * (noisy ? spread.NoisyRatio : 1.0),
            noisy && !dead);
    }

    private static double Cut(ref RandomSequence random) => Math.Clamp(random.NextNormal(), -LargestNormal, LargestNormal);
}
