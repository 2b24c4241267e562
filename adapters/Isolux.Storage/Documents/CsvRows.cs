using System.Collections.Immutable;

namespace Isolux.Storage.Documents;

/// <summary>A CSV table as texts.</summary>
/// <param name="File">The file.</param>
/// <param name="Source">Where its content comes from.</param>
/// <param name="Assumption">What in it is assumed; null where nothing is.</param>
/// <param name="Columns">Column names.</param>
/// <param name="Fields">Rows of fields, one per column.</param>
/// <param name="Lines">Line number of each row, from 1.</param>
public sealed record CsvRows(
    string File,
    string Source,
    string? Assumption,
    ImmutableArray<string> Columns,
    ImmutableArray<ImmutableArray<string>> Fields,
    ImmutableArray<int> Lines);
