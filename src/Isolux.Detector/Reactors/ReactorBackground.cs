using Isolux.Numerics.Interpolation;

namespace Isolux.Detector.Reactors;

/// <summary>A background of inverse beta decay.</summary>
/// <param name="Name">Name.</param>
/// <param name="RatePerDay">Selected events per day.</param>
/// <param name="RateErrorFraction">Relative error of the rate.</param>
/// <param name="ShapeErrorFraction">Uncorrelated relative error per 20 keV.</param>
/// <param name="Density">Probability density against visible energy in MeV, per MeV.</param>
public sealed record ReactorBackground(string Name, double RatePerDay, double RateErrorFraction, double ShapeErrorFraction, SampledCurve Density);
