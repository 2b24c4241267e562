namespace Isolux.Sensitivity.Statistics;

/// <summary>Outside knowledge of one oscillation parameter.</summary>
/// <param name="Parameter">Which one.</param>
/// <param name="MeanValue">Its value.</param>
/// <param name="Error">Its error.</param>
public sealed record OscillationPrior(OscillationParameter Parameter, double MeanValue, double Error);
