namespace Isolux.Storage.Events.Import;

/// <summary>What the hits were recorded in.</summary>
/// <param name="Number">Number of the run.</param>
/// <param name="SourceName">Source in the detector, or a free word.</param>
/// <param name="Window">Times that every event was recorded in; left out where unknown.</param>
public sealed record ImportRunDocument(long Number, string SourceName, ImportWindowDocument? Window = null);
