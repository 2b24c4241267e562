using System.Collections.Immutable;
using System.Globalization;
using Isolux.Detector;
using Isolux.Detector.Documents;

namespace Isolux.Storage.Documents;

/// <summary>
/// Reads strict CSV tables: lines starting with # are comments (one of them "# source: ...", optionally "# assumption: ..."), then one line of
/// column names, then rows with as many fields. Every fault names file and line.
/// </summary>
public static class CsvTable
{
    private const string SourceMark = "# source:";
    private const string AssumptionMark = "# assumption:";

    /// <summary>Reads a table of finite numbers whose first column increases.</summary>
    /// <exception cref="InvalidSpecificationException">The file is unreadable, truncated, or holds something that is not a finite number.</exception>
    public static DataTable ReadNumbers(string file)
    {
        CsvRows rows = ReadRows(file);
        var columns = rows.Columns.Select(_ => ImmutableArray.CreateBuilder<double>(rows.Fields.Length)).ToArray();
        for (int r = 0; r < rows.Fields.Length; r++)
        {
            for (int c = 0; c < columns.Length; c++)
            {
                double number = ParseFinite(rows, r, c);
                if (c == 0 && r > 0 && number <= columns[0][r - 1])
                {
                    throw Fault(file, rows.Lines[r], rows.Fields[r][0], $"column '{rows.Columns[0]}' must increase", "sort the rows and remove duplicates");
                }

                columns[c].Add(number);
            }
        }

        return new DataTable(file, rows.Source, rows.Assumption, rows.Columns, [.. columns.Select(c => c.ToImmutable())]);
    }

    /// <summary>Reads a table as texts.</summary>
    /// <exception cref="InvalidSpecificationException">The file is unreadable or truncated.</exception>
    public static CsvRows ReadRows(string file)
    {
        string? source = null;
        string? assumption = null;
        ImmutableArray<string> columns = [];
        var fields = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        var lines = ImmutableArray.CreateBuilder<int>();
        string[] text = ReadLines(file);
        for (int i = 0; i < text.Length; i++)
        {
            string line = text[i].Trim();
            if (line.StartsWith('#') || line.Length == 0)
            {
                source = line.StartsWith(SourceMark, StringComparison.Ordinal) ? line[SourceMark.Length..].Trim() : source;
                assumption = line.StartsWith(AssumptionMark, StringComparison.Ordinal) ? line[AssumptionMark.Length..].Trim() : assumption;
                continue;
            }

            ImmutableArray<string> row = [.. line.Split(',', StringSplitOptions.TrimEntries)];
            if (columns.IsEmpty)
            {
                columns = row;
                continue;
            }

            if (row.Length != columns.Length)
            {
                string why = FormattableString.Invariant($"it has {row.Length} fields, the header names {columns.Length}");
                throw Fault(file, i + 1, $"\"{line}\"", why, "complete the row (a truncated file ends like this)");
            }

            fields.Add(row);
            lines.Add(i + 1);
        }

        if (string.IsNullOrEmpty(source))
        {
            throw Fault(file, 1, null, "the table names no source", $"add a line '{SourceMark} ...'");
        }

        if (fields.Count == 0)
        {
            throw Fault(file, text.Length, null, "the table has no rows", "add a header and rows");
        }

        return new CsvRows(file, source, assumption, columns, fields.ToImmutable(), lines.ToImmutable());
    }

    private static double ParseFinite(CsvRows rows, int row, int column)
    {
        string field = rows.Fields[row][column];
        return double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number
            : throw Fault(rows.File, rows.Lines[row], $"\"{field}\"", $"column '{rows.Columns[column]}' holds finite numbers only", "correct the field");
    }

    private static string[] ReadLines(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidSpecificationException(new SpecificationFault(file, "the table", null, "it does not exist", "check the name"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            string why = "it cannot be read: " + exception.Message.TrimEnd('.');
            throw new InvalidSpecificationException(new SpecificationFault(file, "the table", null, why, "check its permissions"));
        }
    }

    private static InvalidSpecificationException Fault(string file, int line, string? value, string why, string suggestion) =>
        new(new SpecificationFault(file, FormattableString.Invariant($"line {line}"), value, why, suggestion));
}
