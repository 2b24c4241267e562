namespace Isolux.Simulation.Optics;

/// <summary>Where a photon ended.</summary>
public enum PhotonFate
{
    /// <summary>Absorbed in a medium and not re-emitted; the location is the shell, counted from the inside.</summary>
    Absorbed,

    /// <summary>Detected; the location is the channel, or <see cref="PhotonEnds.OuterBoundary"/> for a detecting boundary.</summary>
    Detected,

    /// <summary>Lost on something opaque; the location is an index into <see cref="OpticalModel.LossNames"/>.</summary>
    Lost,
}
