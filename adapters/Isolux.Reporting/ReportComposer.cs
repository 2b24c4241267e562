using System.Collections.Immutable;
using System.Text;
using Isolux.Reporting.Figures;
using Isolux.Reporting.Html;
using Isolux.Strategy.Report;

namespace Isolux.Reporting;

/// <summary>
/// Makes the files of a report from its content: <c>index.html</c>, self-contained, and every figure as PNG, SVG and CSV. It writes nothing: the caller
/// decides where the files go.
/// </summary>
public sealed class ReportComposer
{
    private readonly string _fontName;

    /// <summary>Finds the font of the labels.</summary>
    /// <exception cref="FontMissingException">No font is installed; the message names the package.</exception>
    public ReportComposer()
    {
        _fontName = FigureFont.Find();
    }

    /// <summary>Draws the figures and writes the page around them.</summary>
    /// <param name="content">What the report shows; the date in the footers is that of the manifest.</param>
    /// <returns>The files, <c>index.html</c> first.</returns>
    public ImmutableArray<ReportFile> Compose(ReportContent content)
    {
        ImmutableArray<Figure> figures = Draw(content);
        var files = ImmutableArray.CreateBuilder<ReportFile>();
        files.Add(Text("index.html", new ReportPage(content, figures).Write()));
        foreach (Figure figure in figures)
        {
            files.Add(new ReportFile($"figures/{figure.Name}.png", figure.Png));
            files.Add(Text($"figures/{figure.Name}.svg", figure.Svg));
            files.Add(Text($"figures/{figure.Name}.csv", figure.Csv));
        }

        return files.ToImmutable();
    }

    private ImmutableArray<Figure> Draw(ReportContent content)
    {
        string tag = content.Manifest.GlobalTag is { } name ? $"  ·  tag {name}" : string.Empty;
        var style = new FigureStyle(_fontName, $"Isolux {content.Manifest.Program.Version}{tag}  ·  {content.Manifest.EndedAt:yyyy-MM-dd}");
        var figures = ImmutableArray.CreateBuilder<Figure>();
        if (content.Picture is { } picture)
        {
            figures.Add(new DetectorFigure(style).Draw(picture));
        }

        if (content.Peak is { Bins.Length: > 0 } peak)
        {
            figures.Add(new PeakFigure(style).Draw(peak));
        }

        if (content.NonUniformity is { } map)
        {
            figures.Add(new SurfaceFigure(style).DrawMap(map));
        }

        if (content.Radial is { } radial)
        {
            figures.Add(new RadialFigure(style).Draw(radial));
        }

        if (content.Residual is { } residual)
        {
            figures.Add(new SurfaceFigure(style).DrawResidual(residual));
        }

        figures.AddRange(DrawResolution(style, content));

        if (content.NonLinearity is { } nonLinearity)
        {
            figures.Add(new NonLinearityFigure(style).Draw(nonLinearity, null));
        }

        if (!content.ChargeResiduals.IsEmpty)
        {
            figures.Add(new ChargeResidualFigure(style).Draw(content.ChargeResiduals));
        }

        if (content is { Summary.Sensitivity: { } sensitivity, Ordering: { } ordering })
        {
            figures.Add(new OrderingFigure(style).Draw(sensitivity, ordering));
        }

        return figures.ToImmutable();
    }

    private static IEnumerable<Figure> DrawResolution(FigureStyle style, ReportContent content)
    {
        ImmutableArray<ResolutionCurve> corrected = [.. content.ResolutionCurves.Where(curve => curve.Fit.BaseRow is null)];
        ImmutableArray<ResolutionCurve> varied = [.. content.ResolutionCurves.Where(curve => curve.Fit.BaseRow is not null)];
        if (!corrected.IsEmpty)
        {
            yield return new ResolutionFigure(style).Draw(corrected, "resolution", "after each correction");
        }

        if (!varied.IsEmpty)
        {
            yield return new ResolutionFigure(style).Draw(varied, "resolution-varied", "in changed detectors");
            yield return new ResolutionRowsFigure(style).Draw([.. content.ResolutionCurves.Select(curve => curve.Fit)]);
        }
    }

    private static ReportFile Text(string name, string text) => new(name, [.. Encoding.UTF8.GetBytes(text)]);
}
