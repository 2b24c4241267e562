namespace Isolux.Storage.Events.Import;

/// <summary>Which rows are one event: those with one number, or where there are no numbers with one trigger time.</summary>
/// <param name="NumberColumn">Column of rising event numbers; where it is left out events are counted from 0.</param>
/// <param name="TriggerTime">Column of trigger times since the start of the run; where it is left out they are 0.</param>
public sealed record EventMappingDocument(string? NumberColumn = null, TimeColumnDocument? TriggerTime = null);
