using System.Collections.Immutable;
using System.Text;
using Isolux.Reporting.Figures;
using Isolux.Strategy.Points;
using Isolux.Strategy.Validation;

namespace Isolux.Reporting.Validation;

/// <summary>Writes a page of evidence as Markdown, each of its tables as CSV, each of its figures as PNG and CSV.</summary>
public static class ValidationPageWriter
{
    private const string DataFolder = "data";
    private const string FigureFolder = "figures";

    /// <summary>The files of a page, the Markdown first.</summary>
    /// <param name="name">Name of the page.</param>
    /// <param name="page">The page.</param>
    /// <param name="stamp">What it was made with: one line at its end.</param>
    /// <exception cref="FontMissingException">There is a figure to draw and no font is installed.</exception>
    public static ImmutableArray<ReportFile> Write(string name, ValidationPage page, string stamp)
    {
        StringBuilder text = new();
        text.Append("# ").Append(page.Title).Append("\n\n").Append(page.Conclusion).Append('\n');
        foreach (string paragraph in page.Method)
        {
            text.Append('\n').Append(paragraph).Append('\n');
        }

        foreach (ValidationTable table in page.Tables)
        {
            text.Append("\n## ").Append(table.Caption.TrimEnd('.')).Append("\n\n");
            AppendRow(text, table.Columns);
            AppendRow(text, [.. table.Columns.Select(_ => "---")]);
            foreach (ImmutableArray<string> row in table.Rows)
            {
                AppendRow(text, row);
            }

            text.Append("\nNumbers: [`").Append(table.Name).Append(".csv`](").Append(DataFolder).Append('/').Append(table.Name).Append(".csv)\n");
        }

        Figure? resolution = page.Resolution.IsEmpty ? null : new ResolutionRowsFigure(new FigureStyle(FigureFont.Find(), stamp)).Draw(page.Resolution);
        Figure? weights = page.Weights is null ? null : new WeightFigure(new FigureStyle(FigureFont.Find(), stamp)).Draw(page.Weights);
        Figure? transparency = page.Transparency is null ? null : new TransparencyFigure(new FigureStyle(FigureFont.Find(), stamp)).Draw(page.Transparency);
        AppendFigure(text, "Figure of merit", resolution);
        AppendFigure(text, "Derivation", weights);
        AppendFigure(text, "A fit", transparency);
        AppendFigures(text, "Curves", page.Curves.Keys);

        ImmutableArray<Figure> points = page.Points is { } study ? PointFigures(study, new FigureStyle(FigureFont.Find(), stamp)) : [];
        AppendFigures(text, "Calibration points", points.Select(figure => figure.Name));
        AppendFigures(text, "Peak fits", page.Peaks.Keys);
        AppendFigures(text, "Pulls", page.Pulls.Keys);
        AppendFigures(text, "Over the plane", page.Planes.Keys);

        text.Append('\n').Append(stamp).Append('\n');
        return
        [
            File(name + ".md", text.ToString()),
            .. page.Tables.Select(table => File($"{DataFolder}/{table.Name}.csv", Csv(table))),
            .. page.Peaks.Count + page.Pulls.Count + page.Planes.Count + page.Curves.Count > 0 ? Figures(page, stamp) : [],
            .. points.Concat(new[] { resolution, weights, transparency }.OfType<Figure>()).SelectMany(Files),
        ];
    }

    private static ImmutableArray<Figure> PointFigures(PointStudyResult study, FigureStyle style) =>
        [new PointCountFigure(style).Draw(study), new PointValueFigure(style).Draw(study)];

    private static IEnumerable<ReportFile> Figures(ValidationPage page, string stamp)
    {
        FigureStyle style = new(FigureFont.Find(), stamp);
        PeakFigure peaks = new(style);
        PullFigure pulls = new(style);
        PlaneFigure planes = new(style);
        CurveFigure curves = new(style);
        return page.Peaks.Select(peak => (peak.Key, Figure: peaks.Draw(peak.Value)))
            .Concat(page.Pulls.Select(pull => (pull.Key, Figure: pulls.Draw(pull.Value))))
            .Concat(page.Planes.Select(plane => (plane.Key, Figure: planes.Draw(plane.Value))))
            .Concat(page.Curves.Select(curve => (curve.Key, Figure: curves.Draw(curve.Key, curve.Value))))
            .SelectMany(drawn => Files(drawn.Figure with { Name = drawn.Key }));
    }

    private static IEnumerable<ReportFile> Files(Figure figure) =>
        [new($"{FigureFolder}/{figure.Name}.png", figure.Png), File($"{DataFolder}/{figure.Name}.csv", figure.Csv)];

    private static void AppendFigure(StringBuilder text, string title, Figure? figure)
    {
        if (figure is not null)
        {
            text.Append("\n## ").Append(title).Append("\n\n![").Append(figure.Caption).Append("](").Append(FigureFolder).Append('/').Append(figure.Name).Append(".png)\n");
        }
    }

    private static void AppendFigures(StringBuilder text, string title, IEnumerable<string> figures)
    {
        foreach ((int index, string figure) in figures.Index())
        {
            text.Append(index == 0 ? $"\n## {title}\n" : "").Append("\n![").Append(figure).Append("](").Append(FigureFolder).Append('/').Append(figure).Append(".png)\n");
        }
    }

    private static string Csv(ValidationTable table)
    {
        CsvTable csv = new([.. table.Columns]);
        foreach (ImmutableArray<string> row in table.Rows)
        {
            csv.Add([.. row]);
        }

        return csv.ToString();
    }

    private static ReportFile File(string name, string text) => new(name, [.. new UTF8Encoding(false).GetBytes(text)]);

    private static void AppendRow(StringBuilder text, ImmutableArray<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
