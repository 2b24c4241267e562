using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Strategy.DualCalorimetry;
using Isolux.Strategy.Provenance;
using Isolux.Strategy.Summary;

namespace Isolux.Strategy.Report;

/// <summary>Everything a report shows. A part that was not computed is null or empty and its section is left out.</summary>
public sealed record ReportContent
{
    /// <summary>The numbers.</summary>
    public required RunSummary Summary { get; init; }

    /// <summary>Where they come from.</summary>
    public required RunManifest Manifest { get; init; }

    /// <summary>The detector and the calibration points in it.</summary>
    public DetectorPicture? Picture { get; init; }

    /// <summary>The map g(r, theta) with the points it was fitted to.</summary>
    public ResponseSurface? NonUniformity { get; init; }

    /// <summary>Corrected mean response minus 1 over position.</summary>
    public ResponseSurface? Residual { get; init; }

    /// <summary>g(r) averaged over cos(theta).</summary>
    public RadialResponse? Radial { get; init; }

    /// <summary>Resolution curves, one for each row of the table.</summary>
    public ImmutableArray<ResolutionCurve> ResolutionCurves { get; init; } = [];

    /// <summary>Fitted curves of gammas, electrons and positrons.</summary>
    public NonLinearityPicture? NonLinearity { get; init; }

    /// <summary>The distance of the mass orderings against the effective resolution.</summary>
    public OrderingPicture? Ordering { get; init; }

    /// <summary>Instrumental non-linearity of events before and after its correction, over energy and radius.</summary>
    public ImmutableArray<ChargeResidual> ChargeResiduals { get; init; } = [];

    /// <summary>The peak fit behind the light yield.</summary>
    public PeakPicture? Peak { get; init; }

    /// <summary>Time the campaign takes, one row for each group of steps.</summary>
    public ImmutableArray<CampaignTime> CampaignTimes { get; init; } = [];

    /// <summary>Values of the detector nobody published.</summary>
    public ImmutableArray<Assumption> Assumptions { get; init; } = [];

    /// <summary>What a reader should know about these results: differences and what physics would be missing.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}
