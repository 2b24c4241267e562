namespace Isolux.Simulation.Optics;

/// <summary>What stands in the way of a photon.</summary>
internal enum ObstacleKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>An opaque bar.</summary>
    Bar,

    /// <summary>A photosensor.</summary>
    Sensor,
}
