using Isolux.Detector;
using Isolux.Detector.Sources;

namespace Isolux.Cli.Commands;

/// <summary>How a detector looks as JSON.</summary>
internal static class DetectorReport
{
    private const double MmPerM = 1000;

    public static object Of(DetectorDescription detector) => new
    {
        FormatVersion = 1,
        detector.Name,
        detector.Digest,
        Shells = detector.Geometry?.Shells.Select(s => new { s.Medium, OuterRadiusM = s.OuterRadiusMm / MmPerM }),
        FiducialRadiusM = detector.Geometry?.FiducialRadiusMm / MmPerM,
        Photosensors = detector.Photosensors.GroupBy(s => s.Type.Name).Select(g => new { Type = g.Key, g.First().Type.Kind, Count = g.Count() }),
        Bars = detector.Geometry?.Bars.GroupBy(b => b.Kind).Select(g => new { Kind = g.Key, Count = g.Count() }),
        Sources = detector.Sources.Select(s => s.Name),
        Systems = detector.Systems.Select(s => s.Name),
        detector.DesignLightYieldPePerMeV,
        detector.DarkNoiseWindowNs,
        detector.Assumptions,
    };

    public static object SourcesOf(DetectorDescription detector, DateOnly? date) => new
    {
        FormatVersion = 1,
        Detector = detector.Name,
        Date = date,
        Sources = detector.Sources.Select(s => new
        {
            s.Name,
            s.Kind,
            s.GammaLinesMeV,
            RateHz = date is { } day ? s.RateHzAt(day) : s.RateHz,
            CaptureSpreadM = s.CaptureSpreadMm / MmPerM,
            s.HalfLifeS,
            s.ReferenceDate,
            Branches = s.Decay?.Branches.Select(BranchOf),
            s.Laser,
        }),
        Captures = detector.Neutrons?.Nuclides.Select(n => new { Nuclide = n.Symbol, n.ThermalCaptureBarn, Branches = n.Capture.Branches.Select(BranchOf) }),
    };

    private static object BranchOf(DecayBranch branch) => new
    {
        branch.Probability,
        branch.GammasMeV,
        branch.StoppedPositrons,
        NeutronMeV = branch.NeutronSpectrum is { } neutron ? new[] { neutron.Lower, neutron.Upper } : null,
        BetaEndpointMeV = branch.Beta?.EndpointMeV,
    };
}
