using System.Collections.Immutable;
using Isolux.Numerics.Distributions;

namespace Isolux.Detector.Sources;

/// <summary>Particles emitted together.</summary>
/// <param name="Probability">Per decay, capture or neutron; the branches of a scheme sum to 1.</param>
/// <param name="GammasMeV">Energies of the gammas, MeV.</param>
/// <param name="StoppedPositrons">Positrons that annihilate where they are made.</param>
/// <param name="NeutronSpectrum">Density of the neutron's kinetic energy in MeV; null without a neutron.</param>
/// <param name="Beta">The electron of a beta decay in the scintillator; null without one.</param>
public sealed record DecayBranch(
    double Probability,
    ImmutableArray<double> GammasMeV,
    int StoppedPositrons = 0,
    TabulatedDensity? NeutronSpectrum = null,
    BetaTransition? Beta = null)
{
    /// <summary>Whether nothing leaves the source, so that the branch triggers nothing.</summary>
    public bool IsSilent => GammasMeV.IsEmpty && StoppedPositrons == 0 && NeutronSpectrum is null && Beta is null;
}
