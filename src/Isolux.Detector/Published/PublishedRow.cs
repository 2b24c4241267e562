namespace Isolux.Detector.Published;

/// <summary>A published row of the resolution table with its errors, percent; the energy bias is null where none was published.</summary>
public sealed record PublishedRow(
    double APercent,
    double AErrorPercent,
    double BPercent,
    double BErrorPercent,
    double CPercent,
    double CErrorPercent,
    double EffectivePercent,
    double EffectiveErrorPercent,
    double? BiasPercent = null,
    double? BiasErrorPercent = null);
