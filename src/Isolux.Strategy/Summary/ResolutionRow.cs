using System.Text.Json.Serialization;

namespace Isolux.Strategy.Summary;

/// <summary>
/// One row of the resolution table: sigma/E = sqrt((a/sqrt(E))^2 + b^2 + (c/E)^2) with E = E_vis in MeV, and the figure of merit
/// a~ = sqrt(a^2 + (1.6 b)^2 + (c/1.6)^2). All in percent.
/// </summary>
public sealed record ResolutionRow
{
    /// <summary>Name, such as <c>central-ibd</c>, <c>vertex-smearing</c> or, in full runs, <c>qe-spread</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Statistical term, percent.</summary>
    [JsonPropertyName("a")]
    public required double APercent { get; init; }

    /// <summary>Standard error of a, percent.</summary>
    [JsonPropertyName("aError")]
    public required double AErrorPercent { get; init; }

    /// <summary>Constant term, percent.</summary>
    [JsonPropertyName("b")]
    public required double BPercent { get; init; }

    /// <summary>Standard error of b, percent.</summary>
    [JsonPropertyName("bError")]
    public required double BErrorPercent { get; init; }

    /// <summary>Noise term, percent.</summary>
    [JsonPropertyName("c")]
    public required double CPercent { get; init; }

    /// <summary>Standard error of c, percent.</summary>
    [JsonPropertyName("cError")]
    public required double CErrorPercent { get; init; }

    /// <summary>Figure of merit, percent.</summary>
    [JsonPropertyName("aTilde")]
    public required double ATildePercent { get; init; }

    /// <summary>Standard error of the figure of merit with the covariance of a, b and c, percent.</summary>
    [JsonPropertyName("aTildeError")]
    public required double ATildeErrorPercent { get; init; }

    /// <summary>The figure of merit read directly at E_vis = 2.56 MeV, sqrt(2.56) sigma/E, percent; null where it was not computed.</summary>
    [JsonPropertyName("aTildeDirect")]
    public double? ATildeDirectPercent { get; init; }

    /// <summary>Name of the row without this row's change of the detector; null for rows that only correct differently.</summary>
    [JsonPropertyName("base")]
    public string? BaseRow { get; init; }

    /// <summary>Mean over kinetic energies of the peak over that of the base row, minus 1, percent; null for rows that only correct differently.</summary>
    public double? BiasPercent { get; init; }

    /// <summary>Standard error of the bias (paired bootstrap, that of the light yields included), percent.</summary>
    [JsonPropertyName("biasError")]
    public double? BiasErrorPercent { get; init; }

    /// <summary>The published row; null where none was published.</summary>
    public PublishedResolution? Published { get; init; }
}
