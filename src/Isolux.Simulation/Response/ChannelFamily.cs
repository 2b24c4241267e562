using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Isolux.Detector.Photosensors;
using Isolux.Numerics.Distributions;
using Isolux.Numerics.Elementary;
using Isolux.Numerics.Random;
using Isolux.Quantities;
using Isolux.Simulation.Optics;

namespace Isolux.Simulation.Response;

/// <summary>
/// Proposals for the channels of one family. A direction is drawn from an envelope of the profile, the largest value within the reach of a channel's share of the sky, and proposes the
/// channel that owns it. Kept with profile(channel) / envelope(direction) x (weight / solid angle) / (largest such ratio), a channel comes out with the exact profile(channel) x weight.
/// </summary>
internal sealed class ChannelFamily
{
    private const int KeepBits = 24;
    private const uint KeepMask = (1u << KeepBits) - 1;
    private readonly float[] _profile;
    private readonly Column[] _columns;
    private readonly double[] _masses = new double[PatternGrid.Rows];
    private readonly double _meanKeep;
    private readonly Member[] _members;
    private readonly ChannelSky _sky;

    public ChannelFamily(ImmutableArray<Photosensor> sensors, int first, ReadOnlySpan<float> weights, ReadOnlySpan<float> profile)
    {
        First = first;
        Position[] directions = [.. sensors.Select(sensor => UnitOf(sensor.Centre))];
        _sky = new ChannelSky(directions);
        _profile = profile.ToArray();
        _columns = new Column[profile.Length];
        double largest = 0;
        double sum = 0;
        for (int i = 0; i < sensors.Length; i++)
        {
            largest = Math.Max(largest, weights[i] / _sky.SolidAngle(i));
            sum += weights[i];
        }

        // The last entry stands for directions that belong to no channel and is never kept.
        _members = new Member[sensors.Length + 1];
        for (int i = 0; i < sensors.Length && largest > 0; i++)
        {
            Position d = directions[i];
            _members[i] = new Member((float)d.XMm, (float)d.YMm, (float)d.ZMm, (float)(weights[i] / _sky.SolidAngle(i) / largest));
        }

        _meanKeep = largest > 0 ? sum / largest / (4.0 * Math.PI) : 0.0;
        for (int row = 0; row < PatternGrid.Rows; row++)
        {
            FillRow(row);
        }
    }

    /// <summary>Index of the first channel of the family.</summary>
    public int First { get; }

    /// <summary>Share of the sphere of a column even in s.</summary>
    public static double SolidAngleFraction(int column) => ((2.0 * column) + 1.0) / (PatternGrid.AngularCells * PatternGrid.AngularCells);

    /// <summary>Probability that a proposal between two rows belongs to the upper one, and the mean probability to keep one where nothing stands in the way.</summary>
    public (double UpperProbability, double Efficiency) Between(int row, double upperFraction)
    {
        double upper = upperFraction * _masses[row + 1];
        double sum = ((1.0 - upperFraction) * _masses[row]) + upper;
        return sum > 0 ? (upper / sum, _meanKeep / sum) : (0.0, 0.0);
    }

    /// <summary>Direction of a channel of this family, counted from its first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Float3 Direction(int channel) => new(_members[channel].X, _members[channel].Y, _members[channel].Z);

    /// <summary>Proposes sixteen channels from the words of the lanes.</summary>
    /// <param name="frame">Frame of the point.</param>
    /// <param name="lowerRow">Row of the pattern below it.</param>
    /// <param name="upperProbability">From <see cref="Between"/>.</param>
    /// <param name="lanes">Words, and room; receives cell (row x columns + column), channel, s, uniform number and the probability to keep it.</param>
    /// <returns>A bit for every lane whose uniform number lies below its probability.</returns>
    public ulong Propose(in SkyFrame frame, int lowerRow, double upperProbability, in ProposalLanes lanes)
    {
        Vector512<float> halfChordSquared = Place(lowerRow, upperProbability, lanes);
        Point(frame, halfChordSquared, lanes);
        Span<float> cosines = lanes.Second;
        Span<float> memberKeeps = lanes.Third;
        Span<int> pixels = lanes.Pixels;
        Span<int> channels = lanes.Channels;
        Float3 axis = frame.Third;
        for (int i = 0; i < pixels.Length; i++)
        {
            int channel = _sky.ChannelAt(pixels[i]);
            ref readonly Member member = ref _members[channel];
            channels[i] = channel;
            cosines[i] = Float3.Dot(axis, new Float3(member.X, member.Y, member.Z));
            memberKeeps[i] = member.Keep;
        }

        Vector512<float> half = Vector512.Create(0.5f);
        Vector512<float> cosine = Vector512.Create<float>(cosines);
        Vector512<float> halfChord = Vector512.Sqrt(Vector512.Max(Vector512<float>.Zero, half * (Vector512.Create(1.0f) - cosine)));
        Vector512<int> cells = Vector512.Create<int>(lanes.Cells);
        Vector512<int> column = Vector512.Min(
            Vector512.ConvertToInt32Native(halfChord * Vector512.Create((float)PatternGrid.AngularCells)), Vector512.Create(PatternGrid.AngularCells - 1));
        ((cells & Vector512.Create(-PatternGrid.AngularCells)) + column).CopyTo(pixels);
        float[] profile = _profile;
        for (int i = 0; i < pixels.Length; i++)
        {
            cosines[i] = profile[pixels[i]];
        }

        Vector512<float> keep = Vector512.Create<float>(cosines) * Vector512.Create<float>(lanes.First) * Vector512.Create<float>(memberKeeps);
        Vector512<float> uniform = PhiloxLanes.ToOpenUnit(Vector512.Create<uint>(lanes.Words(3)));
        halfChord.CopyTo(lanes.HalfChords);
        keep.CopyTo(lanes.KeepProbabilities);
        uniform.CopyTo(lanes.Uniforms);
        return Vector512.LessThan(uniform, keep).ExtractMostSignificantBits();
    }

    /// <summary>Draws row and column, writes the cells and the inverse of their envelopes, and returns s^2, even in solid angle within the column.</summary>
    private Vector512<float> Place(int lowerRow, double upperProbability, in ProposalLanes lanes)
    {
        // The place within a column takes what is left of the number that chose the row: it is even again.
        float threshold = (float)upperProbability;
        Vector512<float> number = PhiloxLanes.ToOpenUnit(Vector512.Create<uint>(lanes.Words(1)));
        Vector512<float> isUpper = Vector512.LessThan(number, Vector512.Create(threshold));
        Vector512<float> place = Vector512.ConditionalSelect(
            isUpper,
            number * Vector512.Create(threshold > 0 ? 1.0f / threshold : 0.0f),
            (number - Vector512.Create(threshold)) * Vector512.Create(threshold < 1 ? 1.0f / (1.0f - threshold) : 0.0f));
        Vector512<int> rowStart = Vector512.Create(lowerRow * PatternGrid.AngularCells) + (isUpper.AsInt32() & Vector512.Create(PatternGrid.AngularCells));
        Vector512<uint> word = Vector512.Create<uint>(lanes.Words(0));
        Vector512<int> column = (word >> KeepBits).AsInt32();
        (rowStart + column).CopyTo(lanes.Cells);
        Span<int> cells = lanes.Cells;
        Span<uint> columns = lanes.Columns;
        Span<float> inverses = lanes.First;
        Span<float> aliasInverses = lanes.Second;
        for (int i = 0; i < cells.Length; i++)
        {
            ref readonly Column entry = ref _columns[cells[i]];
            columns[i] = entry.Packed;
            inverses[i] = entry.InverseEnvelope;
            aliasInverses[i] = entry.AliasInverseEnvelope;
        }

        Vector512<uint> packed = Vector512.Create<uint>(columns);
        Vector512<uint> stays = Vector512.LessThan(word & Vector512.Create(KeepMask), packed >> 8);
        column = Vector512.ConditionalSelect(stays.AsInt32(), column, (packed & Vector512.Create(0xFFu)).AsInt32());
        (rowStart + column).CopyTo(cells);
        Vector512.ConditionalSelect(stays.AsSingle(), Vector512.Create<float>(inverses), Vector512.Create<float>(aliasInverses)).CopyTo(inverses);
        Vector512<float> c = Vector512.ConvertToSingle(column);
        Vector512<float> cells2 = Vector512.FusedMultiplyAdd(place, c + c + Vector512.Create(1.0f), c * c);
        return Vector512.Min(Vector512.Create(1.0f), cells2 * Vector512.Create(1.0f / (PatternGrid.AngularCells * PatternGrid.AngularCells)));
    }

    /// <summary>Turns s^2 and an even azimuth into directions and writes the pixels they lie in.</summary>
    private static void Point(in SkyFrame frame, Vector512<float> halfChordSquared, in ProposalLanes lanes)
    {
        Vector512<float> one = Vector512.Create(1.0f);
        Vector512<float> cosGamma = Vector512.FusedMultiplyAdd(Vector512.Create(-2.0f), halfChordSquared, one);
        Vector512<float> sinGamma = Vector512.Create(2.0f) * Vector512.Sqrt(halfChordSquared * (one - halfChordSquared));
        (Vector512<float> sine, Vector512<float> cosine) = Elementary32Lanes.SinCosTurn(PhiloxLanes.ToOpenUnit(Vector512.Create<uint>(lanes.Words(2))));
        Vector512<float> first = sinGamma * cosine;
        Vector512<float> second = sinGamma * sine;
        ChannelSky.Pixels(
            Combine(frame.First.X, frame.Second.X, frame.Third.X, first, second, cosGamma),
            Combine(frame.First.Y, frame.Second.Y, frame.Third.Y, first, second, cosGamma),
            Combine(frame.First.Z, frame.Second.Z, frame.Third.Z, first, second, cosGamma)).CopyTo(lanes.Pixels);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Combine(float a, float b, float c, Vector512<float> x, Vector512<float> y, Vector512<float> z) =>
        Vector512.FusedMultiplyAdd(Vector512.Create(a), x, Vector512.FusedMultiplyAdd(Vector512.Create(b), y, Vector512.Create(c) * z));

    private void FillRow(int row)
    {
        // |ds| <= d(gamma)/2.
        int reach = (int)Math.Ceiling(0.5 * _sky.LargestAngleRad * PatternGrid.AngularCells);
        int origin = row * PatternGrid.AngularCells;
        double[] envelope = new double[PatternGrid.AngularCells];
        double[] shares = new double[PatternGrid.AngularCells];
        for (int column = 0; column < shares.Length; column++)
        {
            for (int near = Math.Max(0, column - reach); near <= Math.Min(shares.Length - 1, column + reach); near++)
            {
                envelope[column] = Math.Max(envelope[column], _profile[origin + near]);
            }

            shares[column] = envelope[column] * SolidAngleFraction(column);
            _masses[row] += shares[column];
        }

        if (_masses[row] <= 0)
        {
            return;
        }

        AliasTable table = new(shares);
        for (int column = 0; column < shares.Length; column++)
        {
            (double keep, int alias) = table.Column(column);
            uint threshold = (uint)Math.Min(KeepMask, Math.Round(keep * (1 << KeepBits)));
            alias = threshold == KeepMask ? column : alias;
            _columns[origin + column] = new Column((threshold << 8) | (uint)alias, Inverse(envelope[column]), Inverse(envelope[alias]));
        }

        static float Inverse(double value) => value > 0 ? (float)(1.0 / value) : 0.0f;
    }

    private static Position UnitOf(Position centre)
    {
        double inverse = 1.0 / centre.RadiusMm;
        return new Position(centre.XMm * inverse, centre.YMm * inverse, centre.ZMm * inverse);
    }

    /// <summary>A channel: direction, and the probability to keep it where the profile equals its envelope.</summary>
    private readonly record struct Member(float X, float Y, float Z, float Keep);

    /// <summary>A column of an alias table (24 bits of the probability to stay, 8 bits of the alias) with the inverse envelopes of both ways out.</summary>
    private readonly record struct Column(uint Packed, float InverseEnvelope, float AliasInverseEnvelope);
}
