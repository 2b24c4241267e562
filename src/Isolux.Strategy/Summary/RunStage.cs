namespace Isolux.Strategy.Summary;

/// <summary>How far a run is.</summary>
/// <param name="Name">What is being done, as a reader would say it: <c>optical maps</c>, <c>calibration points</c>.</param>
/// <param name="DoneFraction">Part of this stage done, 0 to 1.</param>
public readonly record struct RunStage(string Name, double DoneFraction);
