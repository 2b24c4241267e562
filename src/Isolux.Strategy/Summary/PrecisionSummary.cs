using System.Text.Json.Serialization;
using Isolux.Sensitivity.Studies;

namespace Isolux.Strategy.Summary;

/// <summary>Relative errors of the oscillation parameters, percent.</summary>
/// <param name="Sin2Theta12Percent">Of sin^2 theta12.</param>
/// <param name="Sin2Theta13Percent">Of sin^2 theta13.</param>
/// <param name="Dm21Percent">Of dm2_21.</param>
/// <param name="Dm31Percent">Of dm2_31.</param>
public sealed record PrecisionSummary(
    [property: JsonPropertyName("sin2Theta12")] double Sin2Theta12Percent,
    [property: JsonPropertyName("sin2Theta13")] double Sin2Theta13Percent,
    [property: JsonPropertyName("dm21")] double Dm21Percent,
    [property: JsonPropertyName("dm31")] double Dm31Percent)
{
    /// <summary>The errors of a study.</summary>
    public static PrecisionSummary From(ParameterPrecision precision)
    {
        ArgumentNullException.ThrowIfNull(precision);
        return new PrecisionSummary(precision.Sin2Theta12Percent, precision.Sin2Theta13Percent, precision.Dm21Percent, precision.Dm31Percent);
    }
}
