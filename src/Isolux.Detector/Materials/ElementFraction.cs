namespace Isolux.Detector.Materials;

/// <summary>An element and its mass fraction (dimensionless) in a material.</summary>
public sealed record ElementFraction(Element Element, double MassFraction);
