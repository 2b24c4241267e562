using System.Collections.Immutable;
using System.Globalization;
using Isolux.Campaign.Documents;
using Isolux.Detector;
using Isolux.Storage.Documents;

namespace Isolux.Storage.Positioning;

/// <summary>
/// Reads arrival times of ultrasonic pulses: a JSON document, or a CSV table with the columns <c>pulse</c>, <c>receiver</c> and one of <c>timeUs</c>, <c>timeMs</c>, <c>timeS</c>, and
/// optionally <c>temperatureC</c>.
/// </summary>
public static class UltrasoundDataFile
{
    private static readonly ImmutableDictionary<string, double> UsPerUnit = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal, [KeyValuePair.Create("timeUs", 1.0), KeyValuePair.Create("timeMs", 1e3), KeyValuePair.Create("timeS", 1e6)]);

    /// <summary>Reads a series.</summary>
    /// <exception cref="InvalidSpecificationException">The file cannot be read or does not have its shape.</exception>
    public static UltrasoundDataDocument Read(string file) => Path.GetExtension(file) == ".csv" ? ReadTable(file) : StrictJson.Read<UltrasoundDataDocument>(file);

    private static UltrasoundDataDocument ReadTable(string file)
    {
        CsvRows rows = CsvTable.ReadRows(file);
        string[] times = [.. rows.Columns.Where(UsPerUnit.ContainsKey)];
        if (times is not [var time])
        {
            throw Fault(file, "the header", string.Join(',', rows.Columns), "one column gives the arrival with its unit", "name it timeUs, timeMs or timeS");
        }

        if (rows.Columns.FirstOrDefault(column => column is not ("pulse" or "receiver" or "temperatureC") && column != time) is { } unknown)
        {
            throw Fault(file, "the header", $"\"{unknown}\"", "there is no such column", $"columns are pulse, receiver, {time} and temperatureC");
        }

        (int pulseColumn, int receiverColumn, int timeColumn, int temperatureColumn) =
            (rows.Columns.IndexOf("pulse"), rows.Columns.IndexOf("receiver"), rows.Columns.IndexOf(time), rows.Columns.IndexOf("temperatureC"));
        if (pulseColumn < 0 || receiverColumn < 0)
        {
            throw Fault(file, "the header", string.Join(',', rows.Columns), "a row belongs to a pulse and a receiver", "add the columns pulse and receiver");
        }

        List<string> order = [];
        Dictionary<string, (SortedDictionary<string, double> Arrivals, double? TemperatureC)> pulses = new(StringComparer.Ordinal);
        for (int r = 0; r < rows.Fields.Length; r++)
        {
            string name = rows.Fields[r][pulseColumn];
            double? temperatureC = temperatureColumn < 0 ? null : Number(rows, r, temperatureColumn);
            if (!pulses.TryGetValue(name, out (SortedDictionary<string, double> Arrivals, double? TemperatureC) pulse))
            {
                order.Add(name);
                pulse = (new SortedDictionary<string, double>(StringComparer.Ordinal), temperatureC);
                pulses.Add(name, pulse);
            }

            if (!pulse.Arrivals.TryAdd(rows.Fields[r][receiverColumn], UsPerUnit[time] * Number(rows, r, timeColumn)) || pulse.TemperatureC != temperatureC)
            {
                throw Fault(file, Line(rows, r), null, "a receiver hears a pulse once, and a pulse has one temperature", "correct or remove the row");
            }
        }

        return new UltrasoundDataDocument(
            1,
            Path.GetFileNameWithoutExtension(file),
            rows.Source,
            [.. order.Select(name => new UltrasoundPulseDocument(name, pulses[name].Arrivals.ToImmutableSortedDictionary(StringComparer.Ordinal), pulses[name].TemperatureC))]);
    }

    private static double Number(CsvRows rows, int row, int column) =>
        double.TryParse(rows.Fields[row][column], NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number
            : throw Fault(rows.File, Line(rows, row), $"\"{rows.Fields[row][column]}\"", $"column '{rows.Columns[column]}' holds finite numbers only", "correct the field");

    private static string Line(CsvRows rows, int row) => FormattableString.Invariant($"line {rows.Lines[row]}");

    private static InvalidSpecificationException Fault(string file, string path, string? value, string why, string suggestion) =>
        new(new SpecificationFault(file, path, value, why, suggestion));
}
