namespace Isolux.Strategy.Report;

/// <summary>Response at a radius.</summary>
/// <param name="RadiusM">Radius, m.</param>
/// <param name="ResponseRatio">Response relative to the centre.</param>
/// <param name="Error">Standard error; 0 where it is not known.</param>
public sealed record RadialSample(double RadiusM, double ResponseRatio, double Error);
