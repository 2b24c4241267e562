using System.Collections.Immutable;
using System.Text;
using Isolux.Campaign.Planning;
using Isolux.Detector;
using Isolux.Reporting.Figures;
using Isolux.Strategy.Points;

namespace Isolux.Reporting;

/// <summary>Figures of plans, each as PNG, SVG and CSV. It writes nothing: the caller decides where the files go.</summary>
public sealed class PlanFigures
{
    private readonly FigureStyle _style;

    /// <summary>Finds the font of the labels.</summary>
    /// <param name="footer">What stands at the foot of every figure: program and date.</param>
    /// <exception cref="FontMissingException">No font is installed; the message names the package.</exception>
    public PlanFigures(string footer)
    {
        _style = new FigureStyle(FigureFont.Find(), footer);
    }

    /// <summary>The path of a plan through the detector.</summary>
    /// <param name="name">File name without ending.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="detector">Its detector.</param>
    public ImmutableArray<ReportFile> Path(string name, ExpandedPlan plan, DetectorDescription detector)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(detector);
        return Files(new PathFigure(_style).Draw(name, plan, detector));
    }

    /// <summary>The worth of the declared points and of the best ones, and a~ against the number of points where several numbers were compared.</summary>
    /// <param name="result">The study.</param>
    public ImmutableArray<ReportFile> Points(PointStudyResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return
        [
            .. Files(new PointValueFigure(_style).Draw(result)),
            .. result.Sets.Select(set => set.Count).Distinct().Count() > 1 ? Files(new PointCountFigure(_style).Draw(result)) : [],
        ];
    }

    private static ImmutableArray<ReportFile> Files(Figure figure) =>
    [
        new(figure.Name + ".png", figure.Png),
        new(figure.Name + ".svg", [.. Encoding.UTF8.GetBytes(figure.Svg)]),
        new(figure.Name + ".csv", [.. Encoding.UTF8.GetBytes(figure.Csv)]),
    ];
}
