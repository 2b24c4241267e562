namespace Isolux.Strategy.Capsules;

/// <summary>Light that met a body first.</summary>
/// <param name="Body">Name of the body.</param>
/// <param name="MetFraction">Fraction of all light that met it.</param>
/// <param name="Bias">What it takes from the peak.</param>
public sealed record ShadowingPart(string Body, double MetFraction, MeasuredPercent Bias);
