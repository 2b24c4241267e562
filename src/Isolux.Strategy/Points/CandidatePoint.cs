using Isolux.Quantities;

namespace Isolux.Strategy.Points;

/// <summary>A place where a system could take its source, and what a calibration there would find.</summary>
/// <param name="System">The system.</param>
/// <param name="Position">Where the source would be.</param>
/// <param name="Ratio">Expected full-absorption peak over that at the centre.</param>
/// <param name="Error">Expected statistical error of the ratio.</param>
/// <param name="RadiusMm">Radius at which the point enters the surface: the mean light centre of whole events, mm.</param>
/// <param name="CosTheta">cos(theta) at which it enters.</param>
/// <param name="WholeFraction">Fraction of the source's events that leave all their energy in the scintillator.</param>
internal sealed record CandidatePoint(string System, Position Position, double Ratio, double Error, double RadiusMm, double CosTheta, double WholeFraction);
