using System.Collections.Immutable;

namespace Isolux.Numerics.Fitting;

/// <summary>An eigenvector of a covariance and the variance along it.</summary>
/// <param name="Variance">Variance along the axis.</param>
/// <param name="Direction">Direction, of length 1.</param>
public sealed record PrincipalAxis(double Variance, ImmutableArray<double> Direction);
