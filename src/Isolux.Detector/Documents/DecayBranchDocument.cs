using System.Collections.Immutable;

namespace Isolux.Detector.Documents;

/// <summary>Particles that one branch emits together; a branch of nothing but its probability leaves nothing in the scintillator.</summary>
/// <param name="Probability">Per decay (neutron sources: per neutron; captures: per capture).</param>
/// <param name="GammasMeV">Energies of the gammas, MeV.</param>
/// <param name="StoppedPositrons">Positrons that annihilate where they are made.</param>
/// <param name="Neutron">Table of the neutron's kinetic energy: columns energyMeV and density.</param>
/// <param name="Beta">The electron of a beta decay in the scintillator.</param>
public sealed record DecayBranchDocument(
    double Probability,
    ImmutableArray<double>? GammasMeV = null,
    int StoppedPositrons = 0,
    CurveDocument? Neutron = null,
    BetaDocument? Beta = null);
