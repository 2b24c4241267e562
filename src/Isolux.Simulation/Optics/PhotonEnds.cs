namespace Isolux.Simulation.Optics;

/// <summary>Where, when and how photons ended: element i belongs to photon i of the batch. One object belongs to one thread.</summary>
public sealed class PhotonEnds
{
    /// <summary>The location of a photon detected by the outer boundary itself.</summary>
    public const int OuterBoundary = -1;

    private readonly PhotonFate[] _fate;
    private readonly int[] _location;
    private readonly float[][] _components;

    /// <summary>Room for the ends of <paramref name="capacity"/> photons.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is not positive.</exception>
    public PhotonEnds(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _fate = new PhotonFate[capacity];
        _location = new int[capacity];
        _components = [new float[capacity], new float[capacity], new float[capacity], new float[capacity], new float[capacity]];
    }

    /// <summary>Room for the ends of <paramref name="capacity"/> photons and for what they went through; tracking takes a little longer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is not positive.</exception>
    public static PhotonEnds WithPaths(int capacity) => new(capacity) { Paths = new PhotonPaths(capacity) };

    /// <summary>What the photons went through; null where nobody asked.</summary>
    public PhotonPaths? Paths { get; private init; }

    /// <summary>How each photon ended.</summary>
    public Span<PhotonFate> Fate => _fate;

    /// <summary>Where, as an index whose meaning <see cref="PhotonFate"/> gives.</summary>
    public Span<int> Location => _location;

    /// <summary>End point, x in mm.</summary>
    public Span<float> XMm => _components[0];

    /// <summary>End point, y in mm.</summary>
    public Span<float> YMm => _components[1];

    /// <summary>End point, z in mm.</summary>
    public Span<float> ZMm => _components[2];

    /// <summary>Time of the end, ns.</summary>
    public Span<float> TimeNs => _components[3];

    /// <summary>Detection weight: 1 for a drawn detection, PDE x acceptance for an expected one, 0 for a photon that was not detected.</summary>
    public Span<float> Weight => _components[4];

    /// <summary>Writes the end of one photon.</summary>
    internal void Record(int photon, PhotonEnd end, Float3 position, float timeNs)
    {
        _fate[photon] = end.Fate;
        _location[photon] = end.Location;
        (_components[0][photon], _components[1][photon], _components[2][photon]) = (position.X, position.Y, position.Z);
        (_components[3][photon], _components[4][photon]) = (timeNs, end.Weight);
    }
}
