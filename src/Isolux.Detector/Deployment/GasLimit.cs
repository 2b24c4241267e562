namespace Isolux.Detector.Deployment;

/// <summary>A limit with hysteresis, in the unit of what it limits.</summary>
/// <param name="Maximum">Work is suspended above this.</param>
/// <param name="ReleaseFraction">Work resumes below this fraction of the maximum.</param>
public sealed record GasLimit(double Maximum, double ReleaseFraction);
