using System.Collections.Immutable;

namespace Isolux.Storage.Events;

/// <summary>Content of <c>journal.json</c> beside unfinished tables: what is written there and how far it is safely on disk.</summary>
/// <param name="Metadata">What decides the content.</param>
/// <param name="EventCount">Events on disk.</param>
/// <param name="LastEventNumber">Number of the last one; null before the first.</param>
/// <param name="Tables">State of every table; empty before the first row groups.</param>
internal sealed record EventJournal(
    ImmutableSortedDictionary<string, string> Metadata,
    long EventCount,
    uint? LastEventNumber,
    ImmutableArray<TableMark> Tables);
