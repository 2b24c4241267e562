using System.Collections.Immutable;

namespace Isolux.Campaign.Positioning;

/// <summary>A position from the spots of cameras.</summary>
/// <param name="Fix">Place of the source; null where it was refused.</param>
/// <param name="RefusedBecause">Why there is no place; null where there is one.</param>
/// <param name="Residuals">One per spot; empty where the fix was refused.</param>
public sealed record CameraFix(PositionFix? Fix, string? RefusedBecause, ImmutableArray<CameraResidual> Residuals);
