using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Isolux.Numerics.Elementary;

namespace Isolux.Numerics.Random;

/// <summary>
/// The random numbers of one process of one particle of one event, read in order.
/// Philox key = 64-bit seed; counter = (block number, index of the photon or particle in the event, event, run &lt;&lt; 8 | stream),
/// so any event can be replayed alone and no state is shared between threads. Keep it in a local and pass it by reference.
/// </summary>
public struct RandomSequence
{
    /// <summary>Runs are numbered below this.</summary>
    public const uint RunLimit = 1u << 24;

    private readonly uint _key0;
    private readonly uint _key1;
    private readonly uint _index;
    private readonly uint _event;
    private readonly uint _runAndStream;
    private uint _block;
    private int _used;
    private PhiloxBlock _words;
    private double _spareNormal;

    /// <summary>The sequence for one (seed, run, stream, event, index).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="run"/> is 2^24 or more.</exception>
    public RandomSequence(ulong seed, uint run, RandomStream stream, uint eventIndex, uint index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(run, RunLimit);
        _key0 = (uint)seed;
        _key1 = (uint)(seed >> 32);
        _index = index;
        _event = eventIndex;
        _runAndStream = (run << 8) | (uint)stream;
        _block = 0;
        _used = 4;
        _words = default;
        _spareNormal = double.NaN;
    }

    /// <summary>The next 32 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint NextUInt32()
    {
        if (_used == 4)
        {
            _words = Philox4x32.Block(_block++, _index, _event, _runAndStream, _key0, _key1);
            _used = 0;
        }

        return _used++ switch
        {
            0 => _words.Word0,
            1 => _words.Word1,
            2 => _words.Word2,
            _ => _words.Word3,
        };
    }

    /// <summary>
    /// Whole blocks of four words: entry i of the four spans holds the words of the i-th block from here. What was left of a block begun before is skipped. The same words as
    /// one by one, sixteen blocks at a time.
    /// </summary>
    /// <param name="word0">Receives the first words; its length, a multiple of 16, is the number of blocks.</param>
    /// <param name="word1">Receives the second words; as long as the first.</param>
    /// <param name="word2">Receives the third words; as long as the first.</param>
    /// <param name="word3">Receives the fourth words; as long as the first.</param>
    /// <exception cref="ArgumentException">The lengths differ or are no multiple of 16.</exception>
    public void NextBlocks(Span<uint> word0, Span<uint> word1, Span<uint> word2, Span<uint> word3)
    {
        int lanes = Vector512<uint>.Count;
        if (word0.Length % lanes != 0 || word1.Length != word0.Length || word2.Length != word0.Length || word3.Length != word0.Length)
        {
            throw new ArgumentException($"Blocks come in multiples of {lanes} and four words each.", nameof(word0));
        }

        _used = 4;
        for (int i = 0; i < word0.Length; i += lanes)
        {
            PhiloxLanes blocks = PhiloxLanes.Blocks(
                Vector512.Create(_block) + Vector512<uint>.Indices,
                Vector512.Create(_index),
                Vector512.Create(_event),
                Vector512.Create(_runAndStream),
                _key0,
                _key1);
            blocks.Word0.CopyTo(word0[i..]);
            blocks.Word1.CopyTo(word1[i..]);
            blocks.Word2.CopyTo(word2[i..]);
            blocks.Word3.CopyTo(word3[i..]);
            _block += (uint)lanes;
        }
    }

    /// <summary>Uniform in (0, 1), 52 bits.</summary>
    public double NextDouble()
    {
        uint high = NextUInt32();
        return PhiloxBlock.ToOpenUnit(high, NextUInt32());
    }

    /// <summary>Uniform in (0, 1), 23 bits.</summary>
    public float NextSingle() => PhiloxBlock.ToOpenUnit(NextUInt32());

    /// <summary>Exponential with mean 1.</summary>
    public double NextExponential() => -Elementary.Elementary64.Log(NextDouble());

    /// <summary>Normal with mean 0 and standard deviation 1 (Box-Muller, both values used).</summary>
    public double NextNormal()
    {
        if (!double.IsNaN(_spareNormal))
        {
            double spare = _spareNormal;
            _spareNormal = double.NaN;
            return spare;
        }

        double length = Math.Sqrt(-2.0 * Elementary64.Log(NextDouble()));
        (double sine, double cosine) = Elementary64.SinCosTurn(NextDouble());
        _spareNormal = length * sine;
        return length * cosine;
    }

    /// <summary>Isotropic unit vector.</summary>
    public (double X, double Y, double Z) NextIsotropic()
    {
        double cosTheta = (2.0 * NextDouble()) - 1.0;
        double sinTheta = Math.Sqrt(1.0 - (cosTheta * cosTheta));
        (double sine, double cosine) = Elementary64.SinCosTurn(NextDouble());
        return (sinTheta * cosine, sinTheta * sine, cosTheta);
    }
}
