namespace Isolux.Detector.Documents;

/// <summary>A turntable with spools, one of which stands above the chimney.</summary>
/// <param name="Spools">Number of spools.</param>
/// <param name="TurnSeconds">Time to bring another spool above the chimney, s.</param>
public sealed record TurntableDocument(MeasuredCount Spools, Measured TurnSeconds);
