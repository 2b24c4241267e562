using System.Text.Json.Serialization;

namespace Isolux.Strategy.Summary;

/// <summary>
/// What one calibration run gave: the content of <c>summary.json</c>. Sections that were not computed are absent. Member names are the
/// interface other programs read; a change of meaning raises <see cref="FormatVersion"/>.
/// </summary>
public sealed record RunSummary
{
    /// <summary>The version this program writes.</summary>
    public const int CurrentFormatVersion = 1;

    /// <summary>Version of the format.</summary>
    public int FormatVersion { get; init; } = CurrentFormatVersion;

    /// <summary>Name of the detector.</summary>
    public required string Detector { get; init; }

    /// <summary>Name of the campaign.</summary>
    public required string CampaignName { get; init; }

    /// <summary>Seed of all random numbers.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Simulated over declared statistics.</summary>
    public required double StatisticsFactor { get; init; }

    /// <summary>Threads used; no result depends on it.</summary>
    public required int Threads { get; init; }

    /// <summary>Wall time, s; null until the run has ended.</summary>
    [JsonPropertyName("wallSeconds")]
    public double? WallSeconds { get; init; }

    /// <summary>Largest resident memory, MB (10^6 bytes); null where the platform does not tell.</summary>
    [JsonPropertyName("peakMemoryMB")]
    public double? PeakMemoryMB { get; init; }

    /// <summary>The light yield.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LightYieldSummary? LightYield { get; init; }

    /// <summary>The non-uniformity map g(r, theta).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NonUniformitySummary? NonUniformity { get; init; }

    /// <summary>The energy resolution table.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ResolutionSummary? Resolution { get; init; }

    /// <summary>The campaign.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CampaignSummary? Campaign { get; init; }

    /// <summary>Non-linearity of the scintillator.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NonLinearitySummary? NonLinearity { get; init; }

    /// <summary>Instrumental non-linearity and its correction by dual calorimetry.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DualCalorimetrySummary? DualCalorimetry { get; init; }

    /// <summary>Vertex and energy from hits.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReconstructionSummary? Reconstruction { get; init; }

    /// <summary>What the calibration is worth for the mass ordering.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SensitivitySummary? Sensitivity { get; init; }
}
