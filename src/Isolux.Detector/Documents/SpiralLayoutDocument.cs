namespace Isolux.Detector.Documents;

/// <summary>Photosensors on a golden-angle spiral: cos(theta) = 1 - 2 (i + 1/2) / count, phi = i pi (3 - sqrt 5).</summary>
/// <param name="Type">Name of the type.</param>
/// <param name="Count">How many.</param>
/// <param name="SphereRadiusM">Distance of their centres from the centre, m.</param>
public sealed record SpiralLayoutDocument(string Type, MeasuredCount Count, Measured SphereRadiusM);
