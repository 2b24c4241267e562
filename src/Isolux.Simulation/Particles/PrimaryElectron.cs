namespace Isolux.Simulation.Particles;

/// <summary>An electron (or positron) that carries a share of an event's light.</summary>
/// <param name="EnergyMeV">Kinetic energy, MeV.</param>
/// <param name="Weight">1, or -1 for the energy a positron had left when it annihilated in flight.</param>
public readonly record struct PrimaryElectron(double EnergyMeV, double Weight);
