using Isolux.Campaign.Positioning;
using Isolux.Quantities;

namespace Isolux.Strategy.Positioning;

/// <summary>One simulated source and where the systems say it is.</summary>
/// <param name="Point">The place it was sent to.</param>
/// <param name="Truth">Where it really was.</param>
/// <param name="Ultrasound">Fix by ultrasound.</param>
/// <param name="Cameras">Fix by cameras.</param>
/// <param name="Cables">Fix by the cables alone; null where the fit found none.</param>
/// <param name="Fused">All together.</param>
internal sealed record PositionTrial(PlanePoint Point, Position Truth, UltrasoundFix Ultrasound, CameraFix Cameras, PositionFix? Cables, FusedPosition Fused);
