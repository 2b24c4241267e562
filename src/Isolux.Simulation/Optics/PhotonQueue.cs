using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Isolux.Simulation.Optics;

/// <summary>
/// Photons that wait for the same stage of their transport. A stage is run as soon as sixteen wait for it, so that every lane does useful work and the queues stay
/// small enough for the first-level cache.
/// </summary>
internal sealed class PhotonQueue
{
    // New photons start only while each of at most four queues holds fewer than sixteen, so all of them together never hold more than 4 x 15 + 16.
    private const int Capacity = 6 * PhotonLanes.Count;
    private const int Fields = 21;
    private readonly float[] _values = new float[Fields * Capacity];

    /// <summary>Photons waiting.</summary>
    public int Count { get; private set; }

    /// <summary>Adds the photons of the lanes in a mask.</summary>
    public void Add(Vector512<float> mask, in PhotonLanes photons)
    {
        uint bits = PhotonLanes.Bits(mask);
        if (bits == 0)
        {
            return;
        }

        Write(0, mask, photons.Position);
        Write(3, mask, photons.Direction);
        Write(6, mask, photons.Polarisation);
        Write(9, mask, photons.TimeNs);
        Write(10, mask, photons.RadiusSquared);
        Write(11, mask, photons.Along);
        Write(12, mask, photons.Depth);
        Write(13, mask, photons.Choice);
        Write(14, mask, photons.Root);
        Write(15, mask, photons.Outwards);
        Write(16, mask, photons.Shell.AsSingle());
        Write(17, mask, photons.Wavelength.AsSingle());
        Write(18, mask, photons.Photon.AsSingle());
        Write(19, mask, photons.Flight.AsSingle());
        Write(20, mask, photons.Boundaries.AsSingle());
        Count += BitOperations.PopCount(bits);
    }

    /// <summary>Takes out the last sixteen photons, or all where there are fewer.</summary>
    /// <returns>The mask of the lanes that received one.</returns>
    public Vector512<float> Take(out PhotonLanes photons)
    {
        int count = Math.Min(Count, PhotonLanes.Count);
        Count -= count;
        photons.Position = Read3(0);
        photons.Direction = Read3(3);
        photons.Polarisation = Read3(6);
        photons.TimeNs = Read(9);
        photons.RadiusSquared = Read(10);
        photons.Along = Read(11);
        photons.Depth = Read(12);
        photons.Choice = Read(13);
        photons.Root = Read(14);
        photons.Outwards = Read(15);
        photons.Shell = Read(16).AsInt32();
        photons.Wavelength = Read(17).AsInt32();
        photons.Photon = Read(18).AsUInt32();
        photons.Flight = Read(19).AsUInt32();
        photons.Boundaries = Read(20).AsUInt32();
        return PhotonLanes.First(count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Compress(Vector512<float> mask, Vector512<float> values)
    {
        if (Avx512F.IsSupported)
        {
            return Avx512F.Compress(Vector512<float>.Zero, mask, values);
        }

        Vector512<float> compressed = Vector512<float>.Zero;
        int filled = 0;
        for (uint rest = PhotonLanes.Bits(mask); rest != 0;)
        {
            compressed = compressed.WithElement(filled++, values[PhotonLanes.Take(ref rest)]);
        }

        return compressed;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Write(int field, Vector512<float> mask, Float3Lanes vectors)
    {
        Write(field, mask, vectors.X);
        Write(field + 1, mask, vectors.Y);
        Write(field + 2, mask, vectors.Z);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Write(int field, Vector512<float> mask, Vector512<float> values) => Compress(mask, values).CopyTo(_values, (field * Capacity) + Count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Float3Lanes Read3(int field) => new(Read(field), Read(field + 1), Read(field + 2));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<float> Read(int field) => Vector512.Create(_values, (field * Capacity) + Count);
}
