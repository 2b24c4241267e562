using System.Collections.Immutable;

namespace Isolux.Strategy.Provenance;

/// <summary>What decides the result of a run: equal inputs give equal results, whatever the number of threads.</summary>
public sealed record RunInputs
{
    /// <summary>Detector, by name or folder, as given.</summary>
    public required string Detector { get; init; }

    /// <summary>SHA-256 of the detector after overlays and defaults.</summary>
    public required string DetectorDigest { get; init; }

    /// <summary>Overlays in order, by name or file.</summary>
    public required ImmutableArray<string> Overlays { get; init; }

    /// <summary>Campaign, by name or file, as given.</summary>
    public required string Campaign { get; init; }

    /// <summary>SHA-256 of the expanded campaign plan.</summary>
    public required string CampaignDigest { get; init; }

    /// <summary>Seed of all random numbers.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Simulated over declared statistics.</summary>
    public required double StatisticsFactor { get; init; }

    /// <summary>Which sections were asked for.</summary>
    public required RunExtent Extent { get; init; }

    /// <summary>The row the later rows of the resolution table are compared with; null where no detector was varied.</summary>
    public string? VariationBase { get; init; }

    /// <summary>SHA-256 of every varied detector, by the name of its row.</summary>
    public ImmutableSortedDictionary<string, string> VariationDigests { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
