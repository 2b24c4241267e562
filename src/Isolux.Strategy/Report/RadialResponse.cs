using System.Collections.Immutable;

namespace Isolux.Strategy.Report;

/// <summary>g(r) averaged over cos(theta) and the published values to compare it with.</summary>
/// <param name="Curve">The curve, by radius.</param>
/// <param name="Published">Published values; where none has an error it is for orientation.</param>
/// <param name="FiducialRadiusM">Radius of the fiducial volume, m; null where none is declared.</param>
public sealed record RadialResponse(
    ImmutableArray<RadialSample> Curve,
    ImmutableArray<RadialSample> Published,
    double? FiducialRadiusM);
