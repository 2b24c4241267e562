using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Isolux.Simulation.Optics;

/// <summary>Sixteen photons in flight, one per lane. Lanes outside the set that a stage works on hold old values; they are computed with and never used.</summary>
internal struct PhotonLanes
{
    public const int Count = 16;

    /// <summary>Position in mm, unit direction, unit polarisation.</summary>
    public Float3Lanes Position, Direction, Polarisation;

    /// <summary>Time, ns; squared radius, mm^2; position times direction, mm.</summary>
    public Vector512<float> TimeNs, RadiusSquared, Along;

    /// <summary>Optical depth left to the next interaction, and the number that chooses which.</summary>
    public Vector512<float> Depth, Choice;

    /// <summary>The boundary ahead: the root of its discriminant, and +1 outwards or -1 inwards.</summary>
    public Vector512<float> Root, Outwards;

    /// <summary>Shell and wavelength index.</summary>
    public Vector512<int> Shell, Wavelength;

    /// <summary>Index of the photon in its batch, number of its flight, boundary decisions drawn in it.</summary>
    public Vector512<uint> Photon, Flight, Boundaries;

    /// <summary>The mask whose lanes are the bits that are set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Mask(uint bits)
    {
        Vector512<uint> lane = Vector512.Create(1u, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768);
        return Vector512.Equals(Vector512.Create(bits) & lane, lane).AsSingle();
    }

    /// <summary>The mask of the first lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> First(int lanes) => Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(lanes)).AsSingle();

    /// <summary>The set of lanes of a mask, as bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Bits(Vector512<float> mask) => (uint)mask.ExtractMostSignificantBits();

    /// <summary>The lowest lane of a non-empty set, which is taken out of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Take(ref uint bits)
    {
        int lane = BitOperations.TrailingZeroCount(bits);
        bits &= bits - 1;
        return lane;
    }
}
