namespace Isolux.Detector.Documents;

/// <summary>A quantity that may depend on an abscissa (wavelength, angle): either one value with its source, or a table, never both.</summary>
/// <param name="Value">The constant value, in the unit of the key.</param>
/// <param name="Table">CSV file relative to the detector's folder; the quantity's column carries the name of the key unless the reference says otherwise.</param>
/// <param name="Source">Source of the constant value; a table names its own.</param>
/// <param name="Assumption">True where nobody published it; reports list it.</param>
public sealed record CurveDocument(double? Value = null, string? Table = null, string? Source = null, bool Assumption = false);
