using System.Collections.Immutable;
using Isolux.Strategy.Provenance;
using Isolux.Strategy.Summary;

namespace Isolux.Strategy.Report;

/// <summary>What a run computed: the numbers, what the report draws, and what the manifest lists. A part that was not computed is null or empty.</summary>
public sealed record RunOutcome
{
    /// <summary>The numbers.</summary>
    public required RunSummary Summary { get; init; }

    /// <summary>Global tag the constants were published under; null where none were.</summary>
    public string? GlobalTag { get; init; }

    /// <summary>Payload ids (SHA-256) of the snapshot that corrected the events, by payload type.</summary>
    public ImmutableSortedDictionary<string, string> ConditionsSnapshot { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Events in and out of each stage.</summary>
    public ImmutableArray<StageCount> Counts { get; init; } = [];

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

    /// <summary>The peak fit behind the light yield.</summary>
    public PeakPicture? Peak { get; init; }

    /// <summary>Time the campaign takes, one row for each group of steps.</summary>
    public ImmutableArray<CampaignTime> CampaignTimes { get; init; } = [];

    /// <summary>What a reader should know about these results: differences and what physics would be missing.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}
