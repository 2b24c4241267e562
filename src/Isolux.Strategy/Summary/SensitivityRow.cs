using System.Text.Json.Serialization;

namespace Isolux.Strategy.Summary;

/// <summary>What a row of the resolution table means for the mass ordering, the normal one being true.</summary>
/// <param name="Name">Name of the row.</param>
/// <param name="ATildePercent">Its figure of merit, percent.</param>
/// <param name="ATildeErrorPercent">Standard error of it, percent.</param>
/// <param name="DeltaChi2">chi2 of the wrong minus the right ordering.</param>
/// <param name="DeltaChi2Error">Error that the covariance of (a, b, c) brings.</param>
public sealed record SensitivityRow(
    string Name,
    [property: JsonPropertyName("aTilde")] double ATildePercent,
    [property: JsonPropertyName("aTildeError")] double ATildeErrorPercent,
    double DeltaChi2,
    double DeltaChi2Error);
