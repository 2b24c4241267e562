using System.Collections.Immutable;

namespace Isolux.Detector.Materials;

/// <summary>What charged particles and gammas need of a material.</summary>
/// <param name="Name">Name of the material.</param>
/// <param name="Elements">Mass fractions by element (they sum to 1), with their photon cross sections.</param>
/// <param name="DensityGPerCm3">Density, g/cm3.</param>
/// <param name="MeanExcitationEnergyEv">Mean excitation energy I, eV.</param>
/// <param name="DensityEffect">Sternheimer parameters of the density effect.</param>
public sealed record MaterialComposition(
    string Name,
    ImmutableArray<ElementFraction> Elements,
    double DensityGPerCm3,
    double MeanExcitationEnergyEv,
    DensityEffect DensityEffect)
{
    /// <summary>Electrons per gram divided by Avogadro's number: the mean Z/A in mol/g.</summary>
    public double ZOverAMolPerG => Elements.Sum(e => e.MassFraction * e.Element.AtomicNumber / e.Element.AtomicMassGPerMol);
}
