using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Detector.Photosensors;
using Isolux.Detector.Readout;
using Isolux.Numerics.Random;

namespace Isolux.Simulation.Readout;

/// <summary>
/// What every channel detects relative to what its type declares: 1 with the declared Gaussian spread for large PMTs, 0 where they are dead, 1 for small PMTs. A function of detector and
/// seed alone; every channel's spread is its own draw, so killing channels leaves those alive as they were.
/// </summary>
public sealed class ChannelEfficiency
{
    private const uint PdeProperty = 1;
    private const uint DeathProperty = 2;

    /// <summary>Draws the channels.</summary>
    /// <param name="detector">The detector; its photosensors and the declared spread.</param>
    /// <param name="seed">Seed.</param>
    public ChannelEfficiency(DetectorDescription detector, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(detector);
        double[] relative = new double[detector.Photosensors.Length];
        Array.Fill(relative, 1.0);
        if (detector.Efficiency is { } spread)
        {
            Photosensor[] large = [.. detector.Photosensors.Where(sensor => sensor.Type.Kind == SensorKind.Lpmt)];
            foreach (Photosensor sensor in large)
            {
                relative[sensor.Channel.Index] = Alive(spread, seed, sensor.Channel);
            }

            foreach (Photosensor sensor in Dead(large, spread, seed))
            {
                relative[sensor.Channel.Index] = 0.0;
            }
        }

        Relative = [.. relative];
        double largest = relative.Length > 0 ? relative.Max() : 1.0;
        Largest = largest > 0 ? largest : 1.0;
    }

    /// <summary>Relative efficiency of every channel, 0 where it is dead; element i is channel i.</summary>
    public ImmutableArray<double> Relative { get; }

    /// <summary>The largest of them; 1 where all are dead.</summary>
    public double Largest { get; }

    private static double Alive(EfficiencySpread spread, ulong seed, ChannelId channel)
    {
        RandomSequence random = new(seed, 0, RandomStream.ChannelProperties, PdeProperty, (uint)channel.Index);
        return Math.Max(0.0, 1.0 + (spread.RelativePdeSpreadFraction * random.NextNormal()));
    }

    private static IEnumerable<Photosensor> Dead(Photosensor[] large, EfficiencySpread spread, ulong seed)
    {
        int count = (int)Math.Round(spread.DeadFraction * large.Length);
        IEnumerable<Photosensor> order = spread.DeadRegion switch
        {
            DeadRegion.EquatorialPatch => large.OrderByDescending(sensor => sensor.Centre.XMm / sensor.Centre.RadiusMm),
            DeadRegion.PositiveX => large.Where(sensor => sensor.Centre.XMm > 0).OrderBy(Lot),
            _ => large.OrderBy(Lot),
        };
        return order.Take(count);

        double Lot(Photosensor sensor) =>
            new RandomSequence(seed, 0, RandomStream.ChannelProperties, DeathProperty, (uint)sensor.Channel.Index).NextDouble();
    }
}
