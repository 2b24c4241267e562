using System.Collections.Immutable;
using Isolux.Strategy.Points;
using ScottPlot;

namespace Isolux.Reporting.Figures;

/// <summary>Calibration points over (r/R)^3 and cos(theta), where the surface is fitted, coloured by what each is worth: the declared set above, the best one below.</summary>
internal sealed class PointValueFigure(FigureStyle style)
{
    private const double LeastValue = 1.0;
    private const double MostShownFraction = 0.97;

    public Figure Draw(PointStudyResult result)
    {
        double most = result.Declared.Concat(result.Best).Select(point => point.MicroPercentPerMinute).Order().ElementAt((int)(MostShownFraction * (result.Declared.Length + result.Best.Length)));
        ScottPlot.Range range = new(Math.Log10(LeastValue), Math.Log10(Math.Max(10.0 * LeastValue, most)));
        var csv = new CsvTable("set", "system", "rho_m", "z_m", "radius_m", "cos_theta", "error_percent", "minutes", "a_tilde_loss_percent", "micro_percent_per_minute");
        Plot declared = Panel(result.Declared, "declared", result.ScintillatorRadiusM, range, csv);
        Plot best = Panel(result.Best, "best", result.ScintillatorRadiusM, range, csv);
        return new FigurePage(style, 940, 1080, new FigurePanel(declared, 0.5), new FigurePanel(best, 0.5)).Draw(
            "point-value",
            $"The {result.Declared.Length} declared points (above) and the {result.Best.Length} best ones (below) where they enter the surface, coloured by how much a~ grows per minute saved without each.",
            csv.ToString());
    }

    private Plot Panel(ImmutableArray<ValuedPoint> points, string set, double radiusM, ScottPlot.Range range, CsvTable csv)
    {
        Plot plot = style.CreatePlot($"(r / {radiusM:0.##} m)³", "cos θ");
        ScottPlot.Colormaps.Viridis colours = new();
        plot.Legend.ManualItems.Add(new LegendItem { LabelText = $"{set}, {points.Length} points:" });
        foreach ((IGrouping<string, ValuedPoint> system, int shape) in points.GroupBy(point => point.System).OrderBy(system => system.Key, StringComparer.Ordinal).Select((system, i) => (system, i)))
        {
            foreach (ValuedPoint point in system)
            {
                double shade = (Math.Log10(Math.Max(LeastValue, point.MicroPercentPerMinute)) - range.Min) / (range.Max - range.Min);
                double x = Math.Pow(point.SurfaceRadiusM / radiusM, 3);
                plot.Add.Marker(x, point.CosTheta, FigureStyle.Marker(shape), 9, Color.FromHex("#606060"));
                plot.Add.Marker(x, point.CosTheta, FigureStyle.Marker(shape), 7.5f, colours.GetColor(Math.Clamp(shade, 0.0, 1.0)));
                csv.Add(
                    set, point.System, point.RhoM, point.ZM, point.SurfaceRadiusM, point.CosTheta, point.ErrorPercent, point.Minutes, point.ATildeLossPercent, point.MicroPercentPerMinute);
            }

            plot.Legend.ManualItems.Add(new LegendItem
            {
                LabelText = $"{system.Key} ({system.Count()})",
                MarkerShape = FigureStyle.Marker(shape),
                MarkerSize = 8,
                MarkerFillColor = Color.FromHex("#606060"),
                MarkerLineColor = Color.FromHex("#606060"),
            });
        }

        ScottPlot.Panels.ColorBar bar = plot.Add.ColorBar(new Scale(colours, range), Edge.Right);
        bar.Label = "worth, 10⁻⁶ % of ã per minute";
        bar.LabelStyle.FontName = style.FontName;
        bar.LabelStyle.FontSize = 14;
        bar.LabelStyle.Bold = false;
        bar.Axis.TickLabelStyle.FontName = style.FontName;
        bar.Axis.TickLabelStyle.FontSize = 13;
        bar.Axis.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { LabelFormatter = value => FigureStyle.TickLabel(Math.Round(Math.Pow(10.0, value))), IntegerTicksOnly = true };
        plot.Axes.SetLimits(-0.02, 1.02, -1.06, 1.06);
        plot.Legend.Orientation = Orientation.Horizontal;
        plot.ShowLegend(Edge.Top);
        plot.Layout.Fixed(new PixelPadding(86, 126, 62, 64));
        return plot;
    }

    private sealed class Scale(IColormap colormap, ScottPlot.Range range) : IHasColorAxis
    {
        public IColormap Colormap { get; } = colormap;

        public ScottPlot.Range GetRange() => range;
    }
}
