using System.Collections.Immutable;
using Isolux.Strategy.Report;
using ScottPlot;

namespace Isolux.Reporting.Figures;

/// <summary>Curves and points over one pair of axes.</summary>
internal sealed class CurveFigure(FigureStyle style)
{
    public Figure Draw(string name, string caption, string xLabel, string yLabel, Alignment legend, ImmutableArray<CurveSeries> series)
    {
        Plot plot = style.CreatePlot(xLabel, yLabel);
        var csv = new CsvTable("series", xLabel, yLabel);
        for (int i = 0; i < series.Length; i++)
        {
            Add(plot, series[i], i);
            for (int k = 0; k < series[i].X.Length; k++)
            {
                csv.Add(series[i].Name, series[i].X[k], series[i].Y[k]);
            }
        }

        if (series.Any(one => one.Y.Any(y => y < 0)) && series.Any(one => one.Y.Any(y => y > 0)))
        {
            ScottPlot.Plottables.HorizontalLine zero = plot.Add.HorizontalLine(0.0);
            zero.Color = Color.FromHex("#404040");
            zero.LineWidth = 1;
        }

        plot.Axes.AutoScale();
        plot.ShowLegend(legend);
        return new FigurePage(style, 940, 620, new FigurePanel(plot, 1.0)).Draw(name, caption, csv.ToString());
    }

    /// <summary>Curves over two logarithmic axes.</summary>
    public Figure Draw(string name, CurvePicture picture)
    {
        Plot plot = style.CreatePlot(picture.XLabel, picture.YLabel);
        var csv = new CsvTable("series", picture.XLabel, picture.YLabel);
        foreach ((int i, PictureCurve curve) in picture.Curves.Index())
        {
            Add(plot, new CurveSeries(curve.Name, [.. curve.X.Select(Math.Log10)], [.. curve.Y.Select(Math.Log10)]), i);
            for (int k = 0; k < curve.X.Length; k++)
            {
                csv.Add(curve.Name, curve.X[k], curve.Y[k]);
            }
        }

        style.UseDecades(plot.Axes.Bottom);
        style.UseDecades(plot.Axes.Left);
        plot.Axes.AutoScale();
        plot.ShowLegend(Alignment.UpperRight);
        return new FigurePage(style, 940, 620, new FigurePanel(plot, 1.0)).Draw(name, picture.Caption, csv.ToString());
    }

    private static void Add(Plot plot, CurveSeries series, int index)
    {
        if (series.Mark == CurveMark.Points)
        {
            ScottPlot.Plottables.Markers points = plot.Add.Markers(series.X.ToArray(), series.Y.ToArray(), FigureStyle.Marker(index), 9, FigureStyle.Distinct(index));
            points.LegendText = series.Name;
            return;
        }

        ScottPlot.Plottables.Scatter line = plot.Add.ScatterLine(series.X.ToArray(), series.Y.ToArray());
        line.Color = FigureStyle.Distinct(index);
        line.LineWidth = 2;
        line.LinePattern = series.Mark == CurveMark.Dashed ? LinePattern.Dashed : LinePattern.Solid;
        line.LegendText = series.Name;
    }
}
