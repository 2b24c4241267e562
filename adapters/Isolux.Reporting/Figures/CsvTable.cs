using System.Globalization;
using System.Text;

namespace Isolux.Reporting.Figures;

/// <summary>Comma-separated values: numbers in full precision, words quoted where needed.</summary>
internal sealed class CsvTable
{
    private readonly StringBuilder _text = new();

    public CsvTable(params string[] header) => Add([.. header]);

    public void Add(params object[] cells) => _text.AppendJoin(',', cells.Select(Cell)).Append('\n');

    public override string ToString() => _text.ToString();

    private static string Cell(object value) => value switch
    {
        double number => double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : string.Empty,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Quote(value.ToString()!),
    };

    private static string Quote(string text) => text.AsSpan().IndexOfAny(",\"\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"")}\"";
}
