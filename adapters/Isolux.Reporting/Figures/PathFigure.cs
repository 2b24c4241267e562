using System.Collections.Immutable;
using Isolux.Campaign.Interpreters;
using Isolux.Campaign.Planning;
using Isolux.Detector;
using Isolux.Detector.Deployment;
using Isolux.Detector.Geometry;
using ScottPlot;

namespace Isolux.Reporting.Figures;

/// <summary>The path of a plan in a vertical cut through the detector: where every unit goes and in which order, what loops of cables reach, and where nothing may go.</summary>
internal sealed class PathFigure(FigureStyle style)
{
    private const double MmPerM = 1000.0;
    private const double TopM = 3.2;
    private const int NumberedEvery = 10;
    private static readonly Color s_forbidden = Color.FromHex("#B02020");

    public Figure Draw(string name, ExpandedPlan plan, DetectorDescription detector)
    {
        ImmutableArray<PlannedWay> ways = Distinct(PlannedPath.Of(plan, detector));
        double radiusM = detector.Geometry is { } geometry ? geometry.Shells[0].OuterRadiusMm / MmPerM : ways.SelectMany(way => way.Stops).Max(stop => Math.Abs(stop.ZM));
        Plot plot = style.CreatePlot("distance from the axis in the plane of the system (m)", "z (m)");
        AddDetector(plot, detector, radiusM);
        AddReach(plot, ReachOutline.Of(detector));
        AddForbidden(plot, detector, radiusM);
        var csv = new CsvTable("deployment", "unit", "row", "order", "across_m", "z_m");
        string[] units = [.. ways.Select(way => way.Unit).Distinct()];
        for (int i = 0; i < ways.Length; i++)
        {
            AddWay(plot, ways[i], Array.IndexOf(units, ways[i].Unit), radiusM + TopM);
            for (int stop = 0; stop < ways[i].Stops.Length; stop++)
            {
                csv.Add(i + 1, ways[i].Unit, ways[i].Row, stop + 1, ways[i].Stops[stop].AcrossM, ways[i].Stops[stop].ZM);
            }
        }

        AddLegend(plot, ways, units, detector);
        style.AddBox(plot, $"{plan.Name}: {plan.Rows.Sum(row => row.Points)} acquisitions\ntravel {plan.TravelMinutes} min, data {plan.DataMinutes} min, total {plan.TotalMinutes} min", Alignment.LowerRight);
        plot.Axes.SetLimits(-radiusM - 1.4, radiusM + 1.4, -radiusM - 2.8, radiusM + TopM);
        plot.ShowLegend(Edge.Right);
        plot.Layout.Fixed(new PixelPadding(86, 250, 62, 22));
        plot.Axes.SquareUnits();
        return new FigurePage(style, 1160, 880, new FigurePanel(plot, 1)).Draw(
            name,
            $"The path of the campaign {plan.Name}: points in the order of the visit, every {NumberedEvery}th numbered.",
            csv.ToString());
    }

    // Rows that send the same unit the same way are drawn once.
    private static ImmutableArray<PlannedWay> Distinct(PlannedPath path) =>
        [.. path.Ways.DistinctBy(way => (way.Unit, string.Join(';', way.Stops)))];

    private static void AddDetector(Plot plot, DetectorDescription detector, double radiusM)
    {
        if (detector.Geometry is not { } geometry)
        {
            return;
        }

        foreach (SphericalShell shell in geometry.Shells.Where(shell => shell.OuterRadiusMm < 1.05 * MmPerM * radiusM).Reverse())
        {
            ScottPlot.Plottables.Ellipse circle = plot.Add.Circle(0, 0, shell.OuterRadiusMm / MmPerM);
            circle.LineColor = Color.FromHex("#606060");
            circle.LineWidth = 1;
            circle.FillColor = shell == geometry.Shells[0] ? Color.FromHex("#FDFAEE") : Color.FromHex("#D8D8D8");
        }

        ScottPlot.Plottables.Ellipse fiducial = plot.Add.Circle(0, 0, geometry.FiducialRadiusMm / MmPerM);
        fiducial.LineColor = Color.FromHex("#909090");
        fiducial.FillColor = Colors.Transparent;
    }

    private static void AddReach(Plot plot, ImmutableArray<ReachOutline> outlines)
    {
        foreach (ReachOutline outline in outlines)
        {
            ScottPlot.Plottables.Polygon area = plot.Add.Polygon([.. outline.Border.Select(corner => new Coordinates(corner.AcrossM, corner.ZM))]);
            area.FillColor = Color.FromHex("#56B4E9").WithAlpha(0.13);
            area.LineColor = Color.FromHex("#56B4E9").WithAlpha(0.8);
            area.LineWidth = 1;
        }
    }

    private static void AddForbidden(Plot plot, DetectorDescription detector, double radiusM)
    {
        double edgeM = 2.0 * radiusM;
        foreach (ForbiddenRegion region in detector.Systems.SelectMany(system => system.Forbidden).Distinct())
        {
            foreach (int side in new[] { -1, 1 })
            {
                double nearM = side * region.MinimumRhoMm / MmPerM;
                double farM = side * Math.Min(edgeM, region.MaximumRhoMm / MmPerM);
                ScottPlot.Plottables.Rectangle area = plot.Add.Rectangle(
                    Math.Min(nearM, farM), Math.Max(nearM, farM), region.MinimumZMm / MmPerM, Math.Min(edgeM, region.MaximumZMm / MmPerM));
                area.FillColor = s_forbidden.WithAlpha(0.16);
                area.LineColor = s_forbidden;
                area.LineWidth = 1;
            }
        }
    }

    private void AddWay(Plot plot, PlannedWay way, int unit, double topM)
    {
        Color colour = FigureStyle.Distinct(unit);
        PlanePoint[] ends = way.Entrance is { } entrance ? [entrance with { ZM = Math.Min(entrance.ZM, topM) }] : [];
        PlanePoint[] line = [.. ends, .. way.Stops, .. ends];
        ScottPlot.Plottables.Scatter path = plot.Add.ScatterLine(line.Select(p => p.AcrossM).ToArray(), line.Select(p => p.ZM).ToArray());
        path.Color = colour.WithAlpha(0.7);
        path.LineWidth = 1.2f;
        ScottPlot.Plottables.Markers markers = plot.Add.Markers(
            way.Stops.Select(p => p.AcrossM).ToArray(), way.Stops.Select(p => p.ZM).ToArray(), FigureStyle.Marker(unit), 6, colour);
        markers.MarkerLineColor = Colors.White;
        for (int i = 0; i < way.Stops.Length && way.Stops.Length > 1; i += i == 0 ? NumberedEvery - 1 : NumberedEvery)
        {
            ScottPlot.Plottables.Text number = plot.Add.Text($"{i + 1}", way.Stops[i].AcrossM, way.Stops[i].ZM);
            number.LabelFontName = style.FontName;
            number.LabelFontSize = 11;
            number.LabelFontColor = colour;
            number.LabelBackgroundColor = Colors.White.WithAlpha(0.75);
            number.OffsetX = 5;
            number.OffsetY = -15;
        }
    }

    private static void AddLegend(Plot plot, ImmutableArray<PlannedWay> ways, string[] units, DetectorDescription detector)
    {
        for (int i = 0; i < units.Length; i++)
        {
            plot.Legend.ManualItems.Add(new LegendItem
            {
                LabelText = $"{units[i]}: {ways.Where(way => way.Unit == units[i]).Max(way => way.Stops.Length)} points",
                LineColor = FigureStyle.Distinct(i),
                LineWidth = 1.5f,
                MarkerShape = FigureStyle.Marker(i),
                MarkerSize = 7,
                MarkerFillColor = FigureStyle.Distinct(i),
                MarkerLineColor = FigureStyle.Distinct(i),
            });
        }

        Add("reach of the cable loops", Color.FromHex("#56B4E9").WithAlpha(0.3));
        foreach (string region in detector.Systems.SelectMany(system => system.Forbidden).Select(region => region.Name).Distinct())
        {
            Add($"forbidden: {region}", s_forbidden.WithAlpha(0.25));
        }

        void Add(string text, Color fill) => plot.Legend.ManualItems.Add(new LegendItem { LabelText = text, FillColor = fill, OutlineColor = fill, OutlineWidth = 1 });
    }
}
