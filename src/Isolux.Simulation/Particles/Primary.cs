using Isolux.Quantities;

namespace Isolux.Simulation.Particles;

/// <summary>A particle that starts an event.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="EnergyMeV">Kinetic energy of an electron or positron, energy of a gamma, MeV.</param>
/// <param name="Position">Where it starts.</param>
/// <param name="Direction">Where it goes; null for isotropic.</param>
/// <param name="TimeNs">When it starts, ns.</param>
public readonly record struct Primary(ParticleKind Kind, double EnergyMeV, Position Position, UnitVector? Direction, double TimeNs);
