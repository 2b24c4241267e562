using System.Collections.Immutable;

namespace Isolux.Testing.Optics;

/// <summary>Where the photons of <see cref="PlainSpheres"/> ended.</summary>
/// <param name="Detected">Fraction that reached the outer sphere.</param>
/// <param name="Absorbed">Fraction absorbed, by shell.</param>
/// <param name="MeanTimeNs">Mean time of arrival.</param>
/// <param name="CosTheta">Fractions of the detected ones in 18 equal bins of cos(theta).</param>
public sealed record PlainSpheresResult(double Detected, ImmutableArray<double> Absorbed, double MeanTimeNs, ImmutableArray<double> CosTheta);
