using System.Runtime.CompilerServices;
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
