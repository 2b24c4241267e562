namespace Isolux.Simulation.Optics;

/// <summary>How one photon ended; the meaning of the location is given by <see cref="PhotonFate"/>.</summary>
internal readonly record struct PhotonEnd(PhotonFate Fate, int Location, float Weight);
