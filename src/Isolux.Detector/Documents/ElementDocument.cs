namespace Isolux.Detector.Documents;

/// <summary>An element of a material.</summary>
/// <param name="AtomicNumber">Z.</param>
/// <param name="AtomicMassGPerMol">Standard atomic mass, g/mol.</param>
/// <param name="MassFraction">Mass fraction.</param>
/// <param name="CrossSections">CSV table with the columns energyMeV, incoherentBarn, photoelectricBarn, pairNuclearBarn, pairElectronBarn (barn per atom).</param>
public sealed record ElementDocument(int AtomicNumber, Measured AtomicMassGPerMol, Measured MassFraction, string CrossSections);
