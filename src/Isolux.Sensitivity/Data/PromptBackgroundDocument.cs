namespace Isolux.Sensitivity.Data;

/// <summary>A background of a measured spectrum.</summary>
/// <param name="RatePerDay">Selected events per day.</param>
/// <param name="RateErrorPercent">Error of the rate, percent.</param>
/// <param name="Source">Where the numbers come from.</param>
public sealed record PromptBackgroundDocument(double RatePerDay, double RateErrorPercent, string Source);
