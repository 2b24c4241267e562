namespace Isolux.Calibration.DataSets;

/// <summary>A beta spectrum.</summary>
/// <param name="Table">CSV file relative to the document with lowEdgeMeV, highEdgeMeV, counts, countsError, and backgroundCounts where there is a background of known shape.</param>
/// <param name="Isotope">What decays.</param>
public sealed record BetaSpectrumDocument(string Table, IsotopeDocument Isotope);
