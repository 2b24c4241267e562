using System.Collections.Immutable;
using System.Numerics;
using Isolux.Detector;
using Isolux.Detector.Photosensors;
using Isolux.Numerics.Random;
using Isolux.Quantities;
using Isolux.Simulation.Optics;

namespace Isolux.Simulation.Response;

/// <summary>
/// Which channel and when, for photoelectrons known to be detected by a family of sensors. The probability of a channel is proportional to
/// profile(r, gamma) x (its own weight) x (1 - strength of the shade x what bars hide of it from the point), the profile linear in r between rows; flight times are a reference, a function of the very
/// point and sensor, and a delay from quantiles in cells of (r, gamma). Drawing is exact rejection from <see cref="ChannelFamily"/>.
/// </summary>
public sealed class HitPattern
{
    internal const int TimeQuantiles = 64;
    internal const int TailQuantiles = 16;
    internal const int QuantileCount = TimeQuantiles + TailQuantiles;

    private const int MaximumProposals = 1_000_000;
    private readonly PatternGrid _grid;
    private readonly ChannelFamily[] _families;
    private readonly LineOfSight _sight;
    private readonly FlightReference _flight;
    private readonly ChannelDirections _channels;

    internal HitPattern(DetectorDescription detector, double outerRadiusMm, HitTables tables)
    {
        _grid = new PatternGrid(outerRadiusMm);
        Tables = tables;
        _sight = new LineOfSight(detector, _grid);
        _flight = new FlightReference(detector);
        _channels = new ChannelDirections(detector.Photosensors);
        ImmutableArray<Photosensor> sensors = detector.Photosensors;
        int large = sensors.Count(sensor => sensor.Type.Kind == SensorKind.Lpmt);
        int cells = PatternGrid.Rows * PatternGrid.AngularCells;
        _families =
        [
            new ChannelFamily(sensors[..large], 0, tables.ChannelWeights.AsSpan(0, large), tables.Angular.AsSpan(0, cells)),
            new ChannelFamily(sensors[large..], large, tables.ChannelWeights.AsSpan(large), tables.Angular.AsSpan(cells, cells)),
        ];
    }

    internal HitTables Tables { get; }

    /// <summary>Draws the channels and flight times of photoelectrons of one point.</summary>
    /// <param name="origin">Where the light was made, from <see cref="Origin"/>.</param>
    /// <param name="kind">Family that detects it.</param>
    /// <param name="random">Random numbers, advanced by whole blocks.</param>
    /// <param name="channels">Receives the indices of the channels; its length is the number of photoelectrons.</param>
    /// <param name="flightTimesNs">Receives emission of the photon to arrival, ns; as long as <paramref name="channels"/>.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    /// <exception cref="InvalidOperationException">The family has no sensor that light from there can reach.</exception>
    public void Draw(in HitOrigin origin, SensorKind kind, ref RandomSequence random, Span<int> channels, Span<float> flightTimesNs)
    {
        if (channels.Length != flightTimesNs.Length)
        {
            throw new ArgumentException($"Channels and flight times go in pairs ({channels.Length} and {flightTimesNs.Length}).", nameof(flightTimesNs));
        }

        int family = kind == SensorKind.Lpmt ? 0 : 1;
        ChannelFamily members = _families[family];
        SkyFrame frame = new(new Float3(origin.DirectionX, origin.DirectionY, origin.DirectionZ));
        Span<LineOfSight.NearBar> near = stackalloc LineOfSight.NearBar[_sight.MostNear];
        near = near[.._sight.Near(frame, origin.RadiusMm, near)];
        (double upper, double efficiency) = members.Between(origin.LowerRow, origin.UpperFraction);
        ProposalLanes lanes = new(
            stackalloc uint[ProposalLanes.WordRoom], stackalloc int[ProposalLanes.IntegerRoom], stackalloc float[ProposalLanes.FloatRoom]);
        double mostProposals = MaximumProposals + (100.0 * channels.Length / efficiency);
        int done = 0;
        for (double proposed = 0; done < channels.Length; proposed += ProposalLanes.Count)
        {
            if (efficiency <= 0 || proposed > mostProposals)
            {
                throw new InvalidOperationException($"No {kind} accepts light from a radius of {origin.RadiusMm:F0} mm (the hit pattern is empty there).");
            }

            random.NextBlocks(lanes.Words(0), lanes.Words(1), lanes.Words(2), lanes.Words(3));
            ulong kept = members.Propose(frame, origin.LowerRow, upper, lanes);
            for (; kept != 0 && done < channels.Length; kept &= kept - 1)
            {
                int lane = BitOperations.TrailingZeroCount(kept);
                int row = lanes.Cells[lane] / PatternGrid.AngularCells;
                int channel = lanes.Channels[lane];
                float halfChord = lanes.HalfChords[lane];
                float keep = lanes.KeepProbabilities[lane];
                float uniform = lanes.Uniforms[lane];
                if (near.Length > 0)
                {
                    float hidden = _sight.HiddenFraction(row, frame, members.Direction(channel), halfChord, family, near, out bool wide);
                    keep *= 1.0f - (Tables.Shade.Of(wide) * hidden);
                    if (uniform >= keep)
                    {
                        continue;
                    }
                }

                // A number below the probability, divided by it, is even again.
                channels[done] = members.First + channel;
                flightTimesNs[done++] = (float)_flight.TimeNs(family, origin.RadiusMm, halfChord) + DelayNs(row, halfChord, uniform / keep);
            }
        }
    }

    /// <summary>What every channel detects of light from the centre, where nothing depends on direction and no bar hides a sensor of its own, over the mean of its kind; element i is channel i.</summary>
    public ImmutableArray<double> CentralLightRatios()
    {
        double[] ratios = [.. Tables.ChannelWeights.Select(weight => (double)weight)];
        Divide(ratios.AsSpan(0, _families[1].First));
        Divide(ratios.AsSpan(_families[1].First));
        return [.. ratios];

        static void Divide(Span<double> family)
        {
            double sum = 0;
            foreach (double ratio in family)
            {
                sum += ratio;
            }

            for (int i = 0; i < family.Length && sum > 0; i++)
            {
                family[i] *= family.Length / sum;
            }
        }
    }

    /// <summary>Prepares a point for <see cref="Draw"/>.</summary>
    public HitOrigin Origin(Position position)
    {
        double radiusMm = position.RadiusMm;
        double inverse = radiusMm > 0 ? 1.0 / radiusMm : 0.0;
        (int row, float fraction) = _grid.Below(radiusMm);
        return new HitOrigin(
            radiusMm,
            row,
            fraction,
            (float)(position.XMm * inverse),
            (float)(position.YMm * inverse),
            radiusMm > 0 ? (float)(position.ZMm * inverse) : 1.0f);
    }

    /// <summary>The numbers behind the draws of large PMTs; what bars hide enters by its mean over all directions.</summary>
    public HitPatternNumbers Numbers()
    {
        double[] lost = HiddenProfile.LostFraction(_sight, _grid, _channels, Tables.ChannelWeights, Tables.Shade);
        return new HitPatternNumbers(
            [.. Enumerable.Range(0, PatternGrid.Rows).Select(_grid.RadiusMm)],
            PatternGrid.AngularCells,
            [.. lost.Select((fraction, i) => Tables.Angular[i] * (1.0 - fraction))],
            [.. Tables.ChannelWeights.Take(_channels.LpmtCount).Select(weight => (double)weight)],
            PatternGrid.TimeAngularCells,
            [.. Enumerable.Range(0, QuantileCount + 1).Select(HitPatternBuilder.Probability)],
            [.. Tables.DelayQuantilesNs.Select(delay => (double)delay)],
            _flight.SensorRadiusMm(0),
            _flight.SlownessNsPerMm);
    }

    private float DelayNs(int row, float halfChord, float uniform)
    {
        int cell = ((row * PatternGrid.TimeAngularCells) + PatternGrid.TimeAngular(halfChord)) * (QuantileCount + 1);
        float quantile = uniform * TimeQuantiles;
        int index = Math.Min((int)quantile, TimeQuantiles - 1);
        float fraction = quantile - index;
        if (index == TimeQuantiles - 1)
        {
            // The last regular interval holds the long tail of scattered light and is divided once more.
            float tail = fraction * (TailQuantiles + 1);
            int tailIndex = Math.Min((int)tail, TailQuantiles);
            index += tailIndex;
            fraction = tail - tailIndex;
        }

        float[] quantilesNs = Tables.DelayQuantilesNs;
        float low = quantilesNs[cell + index];
        return low + (fraction * (quantilesNs[cell + index + 1] - low));
    }
}
