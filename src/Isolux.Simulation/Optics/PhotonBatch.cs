using System.Runtime.Intrinsics;

namespace Isolux.Simulation.Optics;

/// <summary>
/// Photons at their start, as structures of arrays in single precision. Directions and polarisations are unit vectors at right angles.
/// The caller fills the first <see cref="Count"/> elements; one batch belongs to one thread.
/// </summary>
public sealed class PhotonBatch
{
    private readonly float[][] _components;
    private int _count;

    /// <summary>An empty batch for up to <paramref name="capacity"/> photons.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is not positive.</exception>
    public PhotonBatch(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        Capacity = capacity;
        _components = new float[11][];
        for (int i = 0; i < _components.Length; i++)
        {
            // Sixteen at a time may be read from any multiple of sixteen.
            _components[i] = new float[(capacity + PhotonLanes.Count - 1) / PhotonLanes.Count * PhotonLanes.Count];
        }
    }

    /// <summary>Most photons the batch can hold.</summary>
    public int Capacity { get; }

    /// <summary>Number of photons in it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or beyond the capacity.</exception>
    public int Count
    {
        get => _count;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Capacity);
            _count = value;
        }
    }

    /// <summary>Positions, x in mm.</summary>
    public Span<float> XMm => _components[0].AsSpan(0, _count);

    /// <summary>Positions, y in mm.</summary>
    public Span<float> YMm => _components[1].AsSpan(0, _count);

    /// <summary>Positions, z in mm.</summary>
    public Span<float> ZMm => _components[2].AsSpan(0, _count);

    /// <summary>Directions, x component.</summary>
    public Span<float> DirectionX => _components[3].AsSpan(0, _count);

    /// <summary>Directions, y component.</summary>
    public Span<float> DirectionY => _components[4].AsSpan(0, _count);

    /// <summary>Directions, z component.</summary>
    public Span<float> DirectionZ => _components[5].AsSpan(0, _count);

    /// <summary>Linear polarisations, x component.</summary>
    public Span<float> PolarisationX => _components[6].AsSpan(0, _count);

    /// <summary>Linear polarisations, y component.</summary>
    public Span<float> PolarisationY => _components[7].AsSpan(0, _count);

    /// <summary>Linear polarisations, z component.</summary>
    public Span<float> PolarisationZ => _components[8].AsSpan(0, _count);

    /// <summary>Wavelengths in nm.</summary>
    public Span<float> WavelengthNm => _components[9].AsSpan(0, _count);

    /// <summary>Emission times in ns.</summary>
    public Span<float> TimeNs => _components[10].AsSpan(0, _count);

    /// <summary>Reads sixteen photons from a multiple of sixteen; those beyond <see cref="Count"/> have no meaning.</summary>
    internal void Load(int first, ref PhotonLanes photons, out Vector512<float> wavelengthNm)
    {
        photons.Position = Load(0, first);
        photons.Direction = Load(3, first);
        photons.Polarisation = Load(6, first);
        wavelengthNm = Vector512.Create(_components[9], first);
        photons.TimeNs = Vector512.Create(_components[10], first);
    }

    private Float3Lanes Load(int component, int first) => new(
        Vector512.Create(_components[component], first), Vector512.Create(_components[component + 1], first), Vector512.Create(_components[component + 2], first));
}
