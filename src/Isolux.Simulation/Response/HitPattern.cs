using System.Collections.Immutable;
using Isolux.Detector.Photosensors;
using Isolux.Numerics.Random;
using Isolux.Quantities;

namespace Isolux.Simulation.Response;

/// <summary>
/// Which channel and when, for a photoelectron known to be detected by a family of sensors. A channel is drawn evenly and kept with the probability
/// P(r, gamma) x (its own weight) over the largest value, which is exact for any layout; flight times come from quantiles in cells of (r, gamma).
/// </summary>
public sealed class HitPattern
{
    internal const int TimeQuantiles = 64;
    internal const int TailQuantiles = 16;
    internal const int QuantileCount = TimeQuantiles + TailQuantiles;

    /// <summary>Stands for the centre itself, from where every direction is alike; the profile of the first cell belongs to its middle.</summary>
    private const int CentreCell = -1;

    private const int MaximumTries = 100_000;

    private readonly PatternGrid _grid;
    private readonly float[] _angular;
    private readonly float[] _channelWeights;
    private readonly float[] _timeQuantilesNs;
    private readonly ChannelDirections _channels;

    internal HitPattern(double outerRadiusMm, float[] angular, float[] channelWeights, float[] timeQuantilesNs, ImmutableArray<Photosensor> sensors)
    {
        _grid = new PatternGrid(outerRadiusMm);
        _angular = angular;
        _channelWeights = channelWeights;
        _timeQuantilesNs = timeQuantilesNs;
        _channels = new ChannelDirections(sensors);
    }

    internal ImmutableArray<float> Angular => [.. _angular];

    internal ImmutableArray<float> ChannelWeights => [.. _channelWeights];

    internal ImmutableArray<float> TimeQuantilesNs => [.. _timeQuantilesNs];

    /// <summary>Draws the channel and the flight time of one photoelectron.</summary>
    /// <param name="origin">Where the light was made, from <see cref="Origin"/>.</param>
    /// <param name="kind">Family that detects it.</param>
    /// <param name="random">Random numbers, advanced.</param>
    /// <param name="flightTimeNs">Emission of the photon to arrival, ns.</param>
    /// <returns>Index of the channel.</returns>
    /// <exception cref="InvalidOperationException">The family has no sensor that light from there can reach.</exception>
    public int Draw(in HitOrigin origin, SensorKind kind, ref RandomSequence random, out double flightTimeNs)
    {
        int first = kind == SensorKind.Lpmt ? 0 : _channels.LpmtCount;
        int count = kind == SensorKind.Lpmt ? _channels.LpmtCount : _channels.Count - _channels.LpmtCount;
        int family = kind == SensorKind.Lpmt ? 0 : 1;
        int radial = origin.LowerRadialCell + (random.NextSingle() < origin.UpperFraction ? 1 : 0);
        bool atCentre = radial == CentreCell;
        radial = Math.Max(radial, 0);
        ReadOnlySpan<float> profile = _angular.AsSpan(((family * PatternGrid.RadialCells) + radial) * PatternGrid.AngularCells, PatternGrid.AngularCells);
        ReadOnlySpan<float> weights = _channelWeights;
        for (int attempt = 0; attempt < MaximumTries; attempt++)
        {
            int channel = first + (int)(((ulong)random.NextUInt32() * (ulong)count) >> 32);

            // At the centre the opening angle has no meaning: any one, evenly in solid angle, gives the mean flight time.
            float halfChord = atCentre
                ? MathF.Sqrt(random.NextSingle())
                : PatternGrid.HalfChord(_channels.CosineTo(channel, origin.DirectionX, origin.DirectionY, origin.DirectionZ));
            float shape = atCentre ? 1.0f : profile[PatternGrid.Angular(halfChord)];
            if (random.NextSingle() < shape * weights[channel])
            {
                flightTimeNs = DrawTime(radial, halfChord, ref random);
                return channel;
            }
        }

        throw new InvalidOperationException($"No {kind} accepts light from a radius of {origin.RadiusMm:F0} mm (the hit pattern is empty there).");
    }

    /// <summary>Prepares a point for <see cref="Draw"/>.</summary>
    public HitOrigin Origin(Position position)
    {
        double radiusMm = position.RadiusMm;
        double inverse = radiusMm > 0 ? 1.0 / radiusMm : 0.0;
        double coordinate = _grid.RadialCoordinate(radiusMm);
        int lower = Math.Min((int)Math.Floor(coordinate), PatternGrid.RadialCells - 2);
        return new HitOrigin(
            radiusMm,
            lower,
            (float)(coordinate - lower),
            (float)(position.XMm * inverse),
            (float)(position.YMm * inverse),
            radiusMm > 0 ? (float)(position.ZMm * inverse) : 1.0f);
    }

    private double DrawTime(int radial, float halfChord, ref RandomSequence random)
    {
        int cell = ((radial * PatternGrid.TimeAngularCells) + PatternGrid.TimeAngular(halfChord)) * (QuantileCount + 1);
        float quantile = random.NextSingle() * TimeQuantiles;
        int index = (int)quantile;
        float fraction = quantile - index;
        if (index == TimeQuantiles - 1)
        {
            // The last regular interval holds the long tail of scattered light and is divided once more.
            float tail = fraction * (TailQuantiles + 1);
            int tailIndex = Math.Min((int)tail, TailQuantiles);
            index += tailIndex;
            fraction = tail - tailIndex;
        }

        float low = _timeQuantilesNs[cell + index];
        return low + (fraction * (_timeQuantilesNs[cell + index + 1] - low));
    }
}
