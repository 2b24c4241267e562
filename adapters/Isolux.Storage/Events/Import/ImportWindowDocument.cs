namespace Isolux.Storage.Events.Import;

/// <summary>The readout window.</summary>
/// <param name="StartNs">Begin, ns since the trigger.</param>
/// <param name="EndNs">End, ns since the trigger.</param>
public sealed record ImportWindowDocument(double StartNs, double EndNs);
