namespace Isolux.Detector.Deployment;

/// <summary>A turntable with spools, one of which stands above the chimney: only that one can go down.</summary>
/// <param name="Spools">Number of spools.</param>
/// <param name="TurnSeconds">Time to bring another spool above the chimney, s.</param>
public sealed record Turntable(int Spools, double TurnSeconds);
