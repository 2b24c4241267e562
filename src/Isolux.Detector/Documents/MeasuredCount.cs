namespace Isolux.Detector.Documents;

/// <summary>A whole number of a document with its source.</summary>
/// <param name="Value">The number.</param>
/// <param name="Source">The paper, data sheet or reasoning it comes from.</param>
/// <param name="Assumption">True where nobody published the value; reports list it.</param>
public sealed record MeasuredCount(int Value, string Source, bool Assumption = false);
