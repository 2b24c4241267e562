using System.Collections.Immutable;

namespace Isolux.Detector.Geometry;

/// <summary>Concentric shells from the inside out (the first is the scintillator), opaque bars, and what happens outside.</summary>
public sealed record DetectorGeometry(
    ImmutableArray<SphericalShell> Shells,
    ImmutableArray<OpaqueBar> Bars,
    OuterBoundary OuterBoundary,
    double FiducialRadiusMm)
{
    /// <summary>Outer radius of the scintillator, mm.</summary>
    public double ScintillatorRadiusMm => Shells[0].OuterRadiusMm;
}
