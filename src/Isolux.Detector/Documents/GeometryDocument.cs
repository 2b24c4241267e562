using System.Collections.Immutable;
using Isolux.Detector.Geometry;

namespace Isolux.Detector.Documents;

/// <summary>Concentric shells and what stands in the light's way.</summary>
/// <param name="Shells">From the inside out; the first is the scintillator.</param>
/// <param name="OuterBoundary">What becomes of light that leaves the last shell.</param>
/// <param name="FiducialRadiusM">Radius of the fiducial volume, m.</param>
/// <param name="Support">Support bars between the vessel and the photosensors' sphere.</param>
/// <param name="Chimney">The opening at the top.</param>
public sealed record GeometryDocument(
    ImmutableArray<ShellDocument> Shells,
    OuterBoundary OuterBoundary,
    Measured FiducialRadiusM,
    SupportDocument? Support = null,
    ChimneyDocument? Chimney = null);
