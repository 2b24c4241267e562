using Isolux.Strategy.Report;
using ScottPlot;

namespace Isolux.Reporting.Figures;

/// <summary>A vertical cut through the detector with the calibration points, each deployment system in its own colour.</summary>
internal sealed class DetectorFigure(FigureStyle style)
{
    public Figure Draw(DetectorPicture picture)
    {
        Plot plot = style.CreatePlot("x in the plane of the system (m)", "z (m)");
        AddOutlines(plot, picture);
        var csv = new CsvTable("system", "x_m", "z_m");
        foreach ((IGrouping<string, PicturePoint> system, int i) in picture.Points.GroupBy(p => p.System).Select((g, i) => (g, i)))
        {
            ScottPlot.Plottables.Markers markers = plot.Add.Markers(system.Select(p => p.XM).ToArray(), system.Select(p => p.ZM).ToArray());
            markers.Color = FigureStyle.Distinct(i);
            markers.MarkerShape = FigureStyle.Marker(i);
            markers.MarkerSize = 7;
            markers.LegendText = $"{system.Key} ({system.Count()} points)";
            foreach (PicturePoint point in system)
            {
                csv.Add(point.System, point.XM, point.ZM);
            }
        }

        double reachM = 1.06 * picture.Shells.Select(s => s.OuterRadiusM).Append(picture.PhotosensorRadiusM ?? 1).Max();
        plot.Axes.SetLimits(-reachM, reachM, -reachM, reachM);
        plot.ShowLegend(Edge.Right);
        plot.Layout.Fixed(new PixelPadding(86, 250, 62, 22));
        plot.Axes.SquareUnits();
        return new FigurePage(style, 940, 720, new FigurePanel(plot, 1)).Draw(
            "detector",
            $"The {picture.Points.Length} calibration points in a vertical cut through the detector.",
            csv.ToString());
    }

    private static void AddOutlines(Plot plot, DetectorPicture picture)
    {
        foreach ((PictureShell shell, int i) in picture.Shells.OrderByDescending(s => s.OuterRadiusM).Select((s, i) => (s, i)))
        {
            ScottPlot.Plottables.Ellipse circle = plot.Add.Circle(0, 0, shell.OuterRadiusM);
            circle.LineColor = Color.FromHex("#404040");
            circle.LineWidth = 1;
            circle.FillColor = Color.FromHex((i % 3) switch { 0 => "#E6EFF6", 1 => "#D8D8D8", _ => "#FCF8E8" });
            circle.LegendText = $"{Words.FromCamelCase(shell.Medium)}, {shell.OuterRadiusM:0.###} m";
        }

        AddOutline(plot, picture.FiducialRadiusM, "fiducial volume", Color.FromHex("#C02020"));
        AddOutline(plot, picture.PhotosensorRadiusM, "photosensors", Color.FromHex("#808080"));
    }

    private static void AddOutline(Plot plot, double? radiusM, string name, Color colour)
    {
        if (radiusM is { } r)
        {
            ScottPlot.Plottables.Ellipse circle = plot.Add.Circle(0, 0, r);
            circle.LineColor = colour;
            circle.LineWidth = 1.5f;
            circle.FillColor = Colors.Transparent;
            circle.LegendText = $"{name}, {r:0.###} m";
        }
    }
}
