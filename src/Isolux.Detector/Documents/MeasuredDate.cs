namespace Isolux.Detector.Documents;

/// <summary>A date of a document with its source.</summary>
/// <param name="Value">The date, YYYY-MM-DD.</param>
/// <param name="Source">The certificate or reasoning it comes from.</param>
/// <param name="Assumption">True where nobody published it; reports list it.</param>
public sealed record MeasuredDate(DateOnly Value, string Source, bool Assumption = false);
