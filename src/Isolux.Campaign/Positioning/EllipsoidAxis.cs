using Isolux.Quantities;

namespace Isolux.Campaign.Positioning;

/// <summary>A principal axis of an error ellipsoid.</summary>
/// <param name="SigmaMm">Standard error along it, mm.</param>
/// <param name="Direction">Its direction, of length 1.</param>
public sealed record EllipsoidAxis(double SigmaMm, Position Direction);
