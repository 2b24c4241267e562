using System.Collections.Immutable;
using System.Text;
using Isolux.Campaign.Planning;
using Isolux.Detector;
using Isolux.Reporting.Figures;

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
        Figure figure = new PathFigure(_style).Draw(name, plan, detector);
        return
        [
            new(figure.Name + ".png", figure.Png),
            new(figure.Name + ".svg", [.. Encoding.UTF8.GetBytes(figure.Svg)]),
            new(figure.Name + ".csv", [.. Encoding.UTF8.GetBytes(figure.Csv)]),
        ];
    }
}
