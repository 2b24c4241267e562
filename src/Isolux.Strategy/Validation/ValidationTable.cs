using System.Collections.Immutable;

namespace Isolux.Strategy.Validation;

/// <summary>A table of a validation page, ready to print.</summary>
/// <param name="Name">File name of its CSV, without extension.</param>
/// <param name="Caption">What it shows, with units.</param>
/// <param name="Columns">Column names.</param>
/// <param name="Rows">Cells, one per column.</param>
public sealed record ValidationTable(string Name, string Caption, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows);
