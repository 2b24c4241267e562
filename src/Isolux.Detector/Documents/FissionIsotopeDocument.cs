using System.Collections.Immutable;

namespace Isolux.Detector.Documents;

/// <summary>A fissioning isotope.</summary>
/// <param name="FissionFraction">Its share of fissions.</param>
/// <param name="EnergyPerFissionMeV">Thermal energy per fission, MeV.</param>
/// <param name="Polynomial">Coefficients a_k of the published parametrisation exp(sum a_k E^k), antineutrinos per MeV and fission between 2 and 8 MeV; kept to compare, the table is what is used.</param>
/// <param name="Source">Where the numbers come from.</param>
public sealed record FissionIsotopeDocument(double FissionFraction, double EnergyPerFissionMeV, ImmutableArray<double> Polynomial, string Source);
