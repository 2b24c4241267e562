namespace Isolux.Storage.Events.Import;

/// <summary>The column of channels.</summary>
/// <param name="Column">Name.</param>
/// <param name="Map">CSV table beside the document with the columns <c>id</c> and <c>channel</c>; where it is left out the column holds our index.</param>
public sealed record ChannelMappingDocument(string Column, string? Map = null);
