using Isolux.Strategy.Report;
using ScottPlot;

namespace Isolux.Reporting.Figures;

/// <summary>A response over (r/R)^3 and cos(theta), where equal areas are equal volumes, with the calibration points drawn.</summary>
internal sealed class SurfaceFigure(FigureStyle style)
{
    /// <summary>The map itself: perceptually uniform colours.</summary>
    public Figure DrawMap(ResponseSurface surface)
    {
        IEnumerable<double> finite = surface.Values.Where(double.IsFinite).DefaultIfEmpty(1);
        return Draw(
            surface,
            new ScottPlot.Colormaps.Viridis(),
            new ScottPlot.Range(finite.Min(), finite.Max()),
            1,
            "g(r, θ), response relative to the centre",
            "non-uniformity-map",
            "The fitted map g(r, θ) and the calibration points behind it. Equal areas are equal volumes.");
    }

    /// <summary>A difference from zero: diverging colours, symmetric about it.</summary>
    public Figure DrawResidual(ResponseSurface surface)
    {
        double largest = Math.Max(1e-4, surface.Values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max());
        return Draw(
            surface,
            new ScottPlot.Colormaps.Balance(),
            new ScottPlot.Range(-100 * largest, 100 * largest),
            100,
            "corrected response − 1 (%)",
            "residual-map",
            "What is left after the correction: corrected mean response minus 1 over position.");
    }

    private Figure Draw(ResponseSurface surface, IColormap colours, ScottPlot.Range range, double scale, string label, string name, string caption)
    {
        Plot plot = style.CreatePlot($"(r / {surface.TargetRadiusM:0.##} m)³", "cos θ");
        ScottPlot.Plottables.Heatmap map = plot.Add.Heatmap(Cells(surface, scale));
        map.Colormap = colours;
        map.ManualRange = range;
        map.Rectangle = new CoordinateRect(0, 1, -1, 1);
        map.NaNCellColor = Color.FromHex("#D8D8D8");
        AddPoints(plot, surface);
        double reach = surface.Points.Select(p => Math.Pow(p.RadiusM / surface.TargetRadiusM, 3)).Append(1).Max();
        plot.Axes.SetLimits(-0.015, reach + 0.015, -1.03, 1.03);
        plot.Grid.IsVisible = false;
        ScottPlot.Panels.ColorBar bar = plot.Add.ColorBar(map, Edge.Right);
        bar.Label = label;
        bar.LabelStyle.FontName = style.FontName;
        bar.LabelStyle.FontSize = 15;
        bar.LabelStyle.Bold = false;
        bar.Axis.TickLabelStyle.FontName = style.FontName;
        bar.Axis.TickLabelStyle.FontSize = 13;
        bar.Axis.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { LabelFormatter = FigureStyle.TickLabel };
        plot.Layout.Fixed(new PixelPadding(86, 126, 62, surface.Points.IsEmpty ? 22 : 64));
        return new FigurePage(style, 940, 640, new FigurePanel(plot, 1)).Draw(name, caption, Numbers(surface));
    }

    private static double[,] Cells(ResponseSurface surface, double scale)
    {
        // The first row of a heat map is its top: the largest cos(theta).
        double[,] cells = new double[surface.PolarCells, surface.RadialCells];
        for (int j = 0; j < surface.PolarCells; j++)
        {
            for (int i = 0; i < surface.RadialCells; i++)
            {
                cells[surface.PolarCells - 1 - j, i] = scale * surface.Values[i + (surface.RadialCells * j)];
            }
        }

        return cells;
    }

    private static void AddPoints(Plot plot, ResponseSurface surface)
    {
        foreach ((IGrouping<string, SurfacePoint> system, int i) in surface.Points.GroupBy(p => p.System).Select((g, i) => (g, i)))
        {
            double[] x = [.. system.Select(p => Math.Pow(p.RadiusM / surface.TargetRadiusM, 3))];
            double[] y = [.. system.Select(p => p.CosTheta)];
            plot.Add.Markers(x, y, FigureStyle.Marker(i), 9, Colors.Black);
            plot.Add.Markers(x, y, FigureStyle.Marker(i), 6, Colors.White);
            plot.Legend.ManualItems.Add(new LegendItem
            {
                LabelText = $"{system.Key} ({system.Count()} points)",
                MarkerShape = FigureStyle.Marker(i),
                MarkerSize = 8,
                MarkerFillColor = Colors.Black,
                MarkerLineColor = Colors.Black,
            });
        }

        if (!surface.Points.IsEmpty)
        {
            plot.Legend.Orientation = Orientation.Horizontal;
            plot.ShowLegend(Edge.Top);
        }
    }

    private static string Numbers(ResponseSurface surface)
    {
        var csv = new CsvTable("cubed_radius_fraction", "radius_m", "cos_theta", "value");
        for (int j = 0; j < surface.PolarCells; j++)
        {
            for (int i = 0; i < surface.RadialCells; i++)
            {
                double x = (i + 0.5) / surface.RadialCells;
                double y = (2 * (j + 0.5) / surface.PolarCells) - 1;
                csv.Add(x, surface.TargetRadiusM * Math.Cbrt(x), y, surface.Values[i + (surface.RadialCells * j)]);
            }
        }

        return csv.ToString();
    }
}
