namespace Isolux.Storage.Events.Import;

/// <summary>A column of times.</summary>
/// <param name="Column">Name.</param>
/// <param name="Unit">Unit.</param>
public sealed record TimeColumnDocument(string Column, TimeUnit Unit);
