namespace Isolux.Simulation.Particles;

/// <summary>Photoelectrons of one event on the large photosensors, by the process that made the light.</summary>
/// <param name="ScintillationPe">Photoelectrons of scintillation light.</param>
/// <param name="CherenkovPe">Photoelectrons of Cherenkov light.</param>
public readonly record struct LightSample(int ScintillationPe, int CherenkovPe);
