using System.Globalization;
using Isolux.Detector;

namespace Isolux.Storage.Events.Import;

/// <summary>A user's table of hits as CSV: lines starting with # are comments, then one line of column names, then rows.</summary>
internal sealed class CsvHitTable : IHitTable
{
    private const int RowsAtOnce = 1 << 17;

    private readonly string _file;
    private readonly StreamReader _text;
    private readonly HitMapping _mapping;
    private readonly string[] _columns;
    private int _line;

    public CsvHitTable(string file, HitMapping mapping)
    {
        _file = file;
        _mapping = mapping;
        try
        {
            _text = new StreamReader(file);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidSpecificationException(new SpecificationFault(file, "the table", null, "the file does not exist", "check the name"));
        }

        _columns = NextLine()?.Split(',', StringSplitOptions.TrimEntries) ?? throw Fault(1, null, "the table is empty", "add a header and rows");
    }

    public IEnumerable<HitRows> Read(CancellationToken cancellation)
    {
        int? number = _mapping.NumberColumn is { } name ? IndexOf(name) : null;
        int? trigger = _mapping.TriggerColumn is { } triggerName ? IndexOf(triggerName) : null;
        int channel = IndexOf(_mapping.Document.Channel.Column);
        int charge = IndexOf(_mapping.Document.Charge.Column);
        int time = IndexOf(_mapping.Document.Time.Column);
        List<long> numbers = [], channels = [];
        List<double> triggers = [], charges = [], times = [];
        List<int> lines = [];
        while (NextLine() is { } line)
        {
            string[] fields = line.Split(',', StringSplitOptions.TrimEntries);
            if (fields.Length != _columns.Length)
            {
                throw Fault(_line, $"\"{line}\"", $"it has {fields.Length} fields, the header names {_columns.Length}", "complete the row (a truncated file ends like this)");
            }

            if (number is { } n)
            {
                numbers.Add(Parse<long>(fields, n));
            }

            if (trigger is { } t)
            {
                triggers.Add(Parse<double>(fields, t));
            }

            channels.Add(Parse<long>(fields, channel));
            charges.Add(Parse<double>(fields, charge));
            times.Add(Parse<double>(fields, time));
            lines.Add(_line);
            if (lines.Count == RowsAtOnce)
            {
                cancellation.ThrowIfCancellationRequested();
                yield return Take();
            }
        }

        yield return Take();

        HitRows Take()
        {
            int[] places = [.. lines];
            HitRows rows = new(
                [.. numbers], [.. triggers], [.. channels], [.. charges], [.. times],
                (double)_text.BaseStream.Position / _text.BaseStream.Length,
                (column, row) => string.Create(CultureInfo.InvariantCulture, $"line {places[row]}, column {column}"));
            numbers.Clear();
            triggers.Clear();
            channels.Clear();
            charges.Clear();
            times.Clear();
            lines.Clear();
            return rows;
        }
    }

    public void Dispose() => _text.Dispose();

    private string? NextLine()
    {
        while (_text.ReadLine() is { } line)
        {
            _line++;
            if (line.Length > 0 && line[0] != '#')
            {
                return line;
            }
        }

        return null;
    }

    private int IndexOf(string column) => Array.IndexOf(_columns, column) is >= 0 and var index
        ? index
        : throw Fault(_line, null, $"the table has no column {column}", "its columns are " + string.Join(", ", _columns));

    private T Parse<T>(string[] fields, int index)
        where T : struct, IParsable<T> =>
        T.TryParse(fields[index], CultureInfo.InvariantCulture, out T value)
            ? value
            : throw Fault(_line, $"\"{fields[index]}\"", $"column {_columns[index]} holds {(typeof(T) == typeof(long) ? "whole numbers" : "numbers")}", "correct the field");

    private InvalidSpecificationException Fault(int line, string? value, string why, string suggestion) =>
        new(new SpecificationFault(_file, string.Create(CultureInfo.InvariantCulture, $"line {line}"), value, why, suggestion));
}
