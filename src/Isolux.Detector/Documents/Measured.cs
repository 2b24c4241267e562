namespace Isolux.Detector.Documents;

/// <summary>A number of a document with its source. The unit stands in the key that holds it, e.g. <c>outerRadiusM</c>.</summary>
/// <param name="Value">The number, in the unit of its key.</param>
/// <param name="Source">The paper, data sheet or reasoning it comes from.</param>
/// <param name="Assumption">True where nobody published the value; reports list it.</param>
public sealed record Measured(double Value, string Source, bool Assumption = false);
