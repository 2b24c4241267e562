namespace Isolux.Detector;

/// <summary>A line of a printed summary.</summary>
/// <param name="Section">What the line belongs to, e.g. "geometry".</param>
/// <param name="Quantity">What is stated.</param>
/// <param name="Value">Its value with unit.</param>
public sealed record SummaryLine(string Section, string Quantity, string Value);
