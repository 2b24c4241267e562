using System.Collections.Immutable;
using System.Globalization;
using Isolux.Campaign.Documents;
using Isolux.Detector;
using Isolux.Storage.Documents;

namespace Isolux.Storage.Campaigns;

/// <summary>Reads a campaign's document and the tables of points it names (paths relative to the document).</summary>
public static class CampaignFile
{
    private const string Header = "system,rhoM,zM";

    /// <summary>Reads a campaign.</summary>
    /// <exception cref="InvalidSpecificationException">The document or a table cannot be read or does not have its shape.</exception>
    public static CampaignSpecification Read(string file)
    {
        CampaignDocument document = StrictJson.Read<CampaignDocument>(file);
        string folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        ImmutableDictionary<string, ImmutableArray<SurveyPoint>> tables = document.Rows
            .SelectMany(row => row.Legs)
            .Select(leg => leg.Table)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToImmutableDictionary(table => table, table => ReadTable(Path.Combine(folder, table)));
        return new CampaignSpecification(file, document, tables);
    }

    private static ImmutableArray<SurveyPoint> ReadTable(string file)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Fault(file, "table", null, fault.Message, "check the path in the campaign");
        }

        List<(int Number, string Text)> content = [.. lines
            .Select((text, index) => (index + 1, text.Trim()))
            .Where(line => line.Item2.Length > 0 && !line.Item2.StartsWith('#'))];
        if (content.Count < 2 || content[0].Text != Header)
        {
            throw Fault(file, "line 1", null, $"a table of points has the header '{Header}' and at least one row", "restore the table");
        }

        return [.. content.Skip(1).Select(line => ReadPoint(file, line.Number, line.Text))];
    }

    private static SurveyPoint ReadPoint(string file, int number, string text)
    {
        string[] cells = text.Split(',');
        return cells.Length == 3 && cells[0].Length > 0 && TryRead(cells[1], out double rhoM) && TryRead(cells[2], out double zM)
            ? new SurveyPoint(cells[0], rhoM, zM)
            : throw Fault(file, $"line {number}", text, "a row is a system's name and two finite numbers", "complete or remove the row");
    }

    private static bool TryRead(string cell, out double value) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    private static InvalidSpecificationException Fault(string file, string path, string? value, string why, string suggestion) =>
        new(new SpecificationFault(file, path, value, why, suggestion));
}
