using Isolux.Quantities;

namespace Isolux.Simulation.Samples;

/// <summary>What started an event.</summary>
/// <param name="Vertex">Where.</param>
/// <param name="KineticEnergyMeV">Summed energy of its particles, kinetic where charged, MeV; 0 for light.</param>
public readonly record struct EventStart(Position Vertex, double KineticEnergyMeV);
