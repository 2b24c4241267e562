using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Isolux.Sensitivity.Studies;

namespace Isolux.Strategy.Summary;

/// <summary>What the calibration of a run is worth for the mass ordering and the oscillation parameters: average data, its own resolution and its own non-linearity with its covariance.</summary>
public sealed record SensitivitySummary
{
    /// <summary>Years at the full power of all cores.</summary>
    public required double ExposureYears { get; init; }

    /// <summary>Row of the resolution table whose (a, b, c) are taken.</summary>
    public required string Row { get; init; }

    /// <summary>Its (a, b, c), percent.</summary>
    public required ImmutableArray<double> ResolutionPercent { get; init; }

    /// <summary>Model of the run's non-linearity whose curve and covariance are taken; null where the detector's declared curve stands in.</summary>
    public required string? NonLinearity { get; init; }

    /// <summary>Distance of the orderings.</summary>
    public required OrderingSummary DeltaChi2 { get; init; }

    /// <summary>Published range for the same exposure; null where none is declared.</summary>
    [JsonPropertyName("published")]
    public required PublishedOrderingSummary? PublishedDeltaChi2 { get; init; }

    /// <summary>Relative errors of the parameters, the normal ordering being true, percent.</summary>
    public required PrecisionSummary PrecisionPercent { get; init; }

    /// <summary>Delta chi2 (normal ordering) that the perfect correction of the response would have more.</summary>
    public required double IdealLossDeltaChi2 { get; init; }

    /// <summary>Its statistical error, from the paired steps of the table; null where steps do not lead from the perfect correction to the row.</summary>
    [JsonPropertyName("idealLossError")]
    public required double? IdealLossError { get; init; }

    /// <summary>Delta chi2 (normal ordering) that a perfectly known energy scale would have more.</summary>
    public required double BandLossDeltaChi2 { get; init; }

    /// <summary>Delta chi2 (normal ordering) that is lost where the difference to the other model of the non-linearity counts as one more error; null where there is no other.</summary>
    public required double? FormLossDeltaChi2 { get; init; }

    /// <summary>Data of the simulated true scale of positrons read with the run's constants, their band free; null where the run calibrated no scale.</summary>
    public required ReleaseShift? ScaleBias { get; init; }

    /// <summary>Delta chi2 of every row of the resolution table.</summary>
    public required ImmutableArray<SensitivityRow> Rows { get; init; }
}
