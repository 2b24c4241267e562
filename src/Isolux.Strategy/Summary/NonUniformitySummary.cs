using System.Text.Json.Serialization;

namespace Isolux.Strategy.Summary;

/// <summary>The map g(r, theta), response relative to the centre, in the numbers people quote. Fractions, not percent.</summary>
public sealed record NonUniformitySummary
{
    /// <summary>Calibration points the surface was fitted to.</summary>
    public required int Points { get; init; }

    /// <summary>Largest value of g(r) averaged over cos(theta).</summary>
    public required double Maximum { get; init; }

    /// <summary>Radius of that maximum, m.</summary>
    public required double MaximumRadiusM { get; init; }

    /// <summary>g at 17.0 m averaged over cos(theta).</summary>
    [JsonPropertyName("at17m")]
    public required double At17M { get; init; }

    /// <summary>Volume-weighted mean of g in the fiducial volume.</summary>
    public required double FiducialMean { get; init; }

    /// <summary>Volume-weighted rms of g in the fiducial volume.</summary>
    public required double FiducialRms { get; init; }

    /// <summary>Rms over position of the corrected mean response minus 1; null where it was not computed.</summary>
    public double? ResidualRms { get; init; }
}
