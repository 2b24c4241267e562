namespace Isolux.Storage.Events;

/// <summary>How far a table is safely on disk: the bytes of its complete row groups, and the footer that makes a file of them.</summary>
/// <param name="Table">Name of the table.</param>
/// <param name="DataBytes">Bytes before the footer.</param>
/// <param name="Footer">The footer.</param>
internal sealed record TableMark(string Table, long DataBytes, byte[] Footer);
