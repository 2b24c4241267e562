using System.Collections.Immutable;

namespace Isolux.Detector.Documents;

/// <summary>A table of finite numbers as read from a document's CSV file.</summary>
/// <param name="File">The file, for messages.</param>
/// <param name="Source">Where the numbers come from (the file's "# source:" line).</param>
/// <param name="Assumption">What in it is assumed (the file's "# assumption:" line); null where nothing is.</param>
/// <param name="Columns">Column names, in order.</param>
/// <param name="Values">The numbers: one array per column, all of the same length.</param>
public sealed record DataTable(
    string File,
    string Source,
    string? Assumption,
    ImmutableArray<string> Columns,
    ImmutableArray<ImmutableArray<double>> Values)
{
    /// <summary>The numbers of a column; null where the table has no such column.</summary>
    public ImmutableArray<double>? Find(string column)
    {
        int index = Columns.IndexOf(column);
        return index < 0 ? null : Values[index];
    }
}
