using Isolux.Quantities;

namespace Isolux.Simulation.Particles.Neutrons;

/// <summary>Where, when and how a neutron ended.</summary>
/// <param name="Fate">Captured or escaped.</param>
/// <param name="Nuclide">Index of the capturing nuclide in the model; 0 where it escaped.</param>
/// <param name="Position">Where it was captured or left.</param>
/// <param name="TimeNs">When, since it was emitted.</param>
/// <param name="ThermalPosition">Where it became thermal; where it ended if it never did.</param>
/// <param name="ThermalTimeNs">When it became thermal.</param>
public readonly record struct NeutronEnd(
    NeutronFate Fate, int Nuclide, Position Position, double TimeNs, Position ThermalPosition, double ThermalTimeNs);
