namespace Isolux.Detector.Documents;

/// <summary>Small photosensors in the gaps between the rings' sensors, spread evenly.</summary>
/// <param name="Type">Name of the type.</param>
/// <param name="Count">How many.</param>
/// <param name="SphereRadiusM">Distance of their equators from the centre, m.</param>
public sealed record GapLayoutDocument(string Type, MeasuredCount Count, Measured SphereRadiusM);
