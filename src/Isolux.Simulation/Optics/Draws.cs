using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Isolux.Numerics.Random;

namespace Isolux.Simulation.Optics;

/// <summary>The Philox blocks of one photon, by what they are for; every number of a photon's life has its own place in the counter.</summary>
internal readonly struct Draws(PhotonKey key, uint offset)
{
    private const int FlightShift = 16;
    private readonly uint _photon = key.FirstPhoton + offset;
    private readonly uint _event = key.Event;
    private readonly uint _run = key.Run << 8;
    private readonly uint _key0 = (uint)key.Seed;
    private readonly uint _key1 = (uint)(key.Seed >> 32);

    /// <summary>Direction (two words), polarisation and wavelength at emission.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PhiloxBlock Emission() => Block(0, RandomStream.PhotonEmission);

    /// <summary>Block 0 of a flight: optical depth, choice of interaction, two boundary decisions; every further block: four boundary decisions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PhiloxBlock Transport(uint flight, uint block) => Block((flight << FlightShift) | block, RandomStream.PhotonTransport);

    /// <summary>New direction at the end of a flight (even blocks), delay of re-emission (odd blocks).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PhiloxBlock Scattering(uint block) => Block(block, RandomStream.PhotonScattering);

    /// <summary>Uniform number of the decision at a photosensor.</summary>
    public float Detection() => PhiloxBlock.ToOpenUnit(Block(0, RandomStream.PhotonDetection).Word0);

    /// <summary><see cref="Emission()"/> of sixteen photons of a batch, by their offsets.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PhiloxLanes Emission(PhotonKey key, Vector512<uint> offset) =>
        Blocks(key, offset, Vector512<uint>.Zero, RandomStream.PhotonEmission);

    /// <summary><see cref="Transport(uint, uint)"/> of sixteen photons of a batch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PhiloxLanes Transport(PhotonKey key, Vector512<uint> offset, Vector512<uint> flight, Vector512<uint> block) =>
        Blocks(key, offset, (flight << FlightShift) | block, RandomStream.PhotonTransport);

    /// <summary><see cref="Scattering(uint)"/> of sixteen photons of a batch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PhiloxLanes Scattering(PhotonKey key, Vector512<uint> offset, Vector512<uint> block) =>
        Blocks(key, offset, block, RandomStream.PhotonScattering);

    /// <summary><see cref="Detection()"/> of sixteen photons of a batch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Detection(PhotonKey key, Vector512<uint> offset) =>
        PhiloxLanes.ToOpenUnit(Blocks(key, offset, Vector512<uint>.Zero, RandomStream.PhotonDetection).Word0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static PhiloxLanes Blocks(PhotonKey key, Vector512<uint> offset, Vector512<uint> block, RandomStream stream) => PhiloxLanes.Blocks(
        block,
        Vector512.Create(key.FirstPhoton) + offset,
        Vector512.Create(key.Event),
        Vector512.Create((key.Run << 8) | (uint)stream),
        (uint)key.Seed,
        (uint)(key.Seed >> 32));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private PhiloxBlock Block(uint block, RandomStream stream) => Philox4x32.Block(block, _photon, _event, _run | (uint)stream, _key0, _key1);
}
