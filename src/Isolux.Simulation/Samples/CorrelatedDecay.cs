using Isolux.Quantities;
using Isolux.Simulation.Particles.Neutrons;

namespace Isolux.Simulation.Samples;

/// <summary>One decay of a neutron source: its prompt light (gammas and recoil protons) and what its capture adds later.</summary>
/// <param name="PromptPe">Counted photoelectrons of the prompt event, dark noise included, PE.</param>
/// <param name="PromptVertex">Centre of the prompt light; the source where there is none.</param>
/// <param name="DelayedPe">Counted photoelectrons of the capture, dark noise included; dark noise alone where the neutron escaped, PE.</param>
/// <param name="DelayedVertex">Centre of the light of the capture; where the neutron ended if it makes none.</param>
/// <param name="NeutronMeV">Kinetic energy of the neutron, MeV.</param>
/// <param name="Neutron">How the neutron ended; times since the decay.</param>
public readonly record struct CorrelatedDecay(
    int PromptPe, Position PromptVertex, int DelayedPe, Position DelayedVertex, double NeutronMeV, NeutronEnd Neutron);
