using Isolux.Detector;
using Isolux.Detector.Capsules;
using Isolux.Detector.Geometry;
using Isolux.Storage.Documents;

namespace Isolux.Tests.Capsules;

/// <summary>Capsules of the catalogue and what is made of them.</summary>
internal static class CapsuleToys
{
    public static DetectorDescription Juno { get; } = DetectorLoader.Load("juno", []);

    public static SourceCapsule Gamma { get; } = Of("Cs137");

    public static SourceCapsule Of(string source) => Juno.Sources.Single(candidate => candidate.Name == source).Capsule!;

    /// <summary>The scintillator as a sphere of a radius in mm.</summary>
    public static DetectorDescription Sphere(double radiusMm) =>
        Juno with { Geometry = new DetectorGeometry([new SphericalShell("scintillator", radiusMm)], [], OuterBoundary.Absorbs, radiusMm) };
}
