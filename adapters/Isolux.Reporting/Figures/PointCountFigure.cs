using Isolux.Strategy.Points;
using ScottPlot;

namespace Isolux.Reporting.Figures;

/// <summary>a~ against the number of calibration points, one curve per way of choosing them, between no map and a perfect one.</summary>
internal sealed class PointCountFigure(FigureStyle style)
{
    public Figure Draw(PointStudyResult result)
    {
        Plot plot = style.CreatePlot("calibration points", "figure of merit ã at 2.56 MeV (%)");
        var csv = new CsvTable("method", "points", "fiducial_rms_percent", "axial_rms_percent", "a_tilde_percent", "a_tilde_change_percent", "a_tilde_change_error_percent");
        foreach ((IGrouping<string, PointSetSummary> method, int i) in result.Sets.GroupBy(set => set.Method).Select((group, i) => (group, i)))
        {
            PointSetSummary[] sets = [.. method.OrderBy(set => set.Count)];
            double[] x = [.. sets.Select(set => (double)set.Count)];
            double[] y = [.. sets.Select(set => set.ATildePercent)];
            ScottPlot.Plottables.Scatter line = plot.Add.Scatter(x, y, FigureStyle.Distinct(i));
            line.LineWidth = 1.6f;
            line.MarkerShape = FigureStyle.Marker(i);
            line.MarkerSize = 9;
            line.LegendText = method.Key;
            ScottPlot.Plottables.ErrorBar bars = plot.Add.ErrorBar(x, y, [.. sets.Select(set => set.ATildeChangeErrorPercent)]);
            bars.Color = FigureStyle.Distinct(i);
            foreach (PointSetSummary set in sets)
            {
                csv.Add(set.Method, set.Count, set.FiducialRmsPercent, set.AxialRmsPercent, set.ATildePercent, set.ATildeChangePercent, set.ATildeChangeErrorPercent);
            }
        }

        ScottPlot.Plottables.HorizontalLine limit = plot.Add.HorizontalLine(result.AxialLimitATildePercent, 1.5f, Color.FromHex("#606060"));
        limit.LegendText = "perfect map of r and θ";
        plot.Axes.AutoScale();
        plot.ShowLegend(Alignment.UpperRight);
        return new FigurePage(style, 940, 620, new FigurePanel(plot, 1)).Draw(
            "point-count", "a~ against the number of calibration points; errors are those of the difference to the declared set.", csv.ToString());
    }
}
