namespace Isolux.Storage.Events.Import;

/// <summary>The column of hit times.</summary>
/// <param name="Column">Name.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Since">What the times count from.</param>
public sealed record HitTimeMappingDocument(string Column, TimeUnit Unit, TimeReference Since = TimeReference.Trigger);
