namespace Isolux.Strategy.Report;

/// <summary>A spherical shell.</summary>
/// <param name="Medium">Name of the medium.</param>
/// <param name="OuterRadiusM">Outer radius, m.</param>
public sealed record PictureShell(string Medium, double OuterRadiusM);
