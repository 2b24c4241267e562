using Isolux.Campaign.Positioning;
using Isolux.Strategy.Report;
using ScottPlot;

namespace Isolux.Reporting.Figures;

/// <summary>Located sources with enlarged error ellipses, seen along y, above the residuals of every measure.</summary>
internal sealed class PositionFigure(FigureStyle style)
{
    private const double Enlargement = 100.0;
    private const double Reach = 6.0;

    public Figure Draw(PositionPicture picture)
    {
        Plot map = style.CreatePlot("x (m)", "z (m)");
        ScottPlot.Plottables.Ellipse vessel = map.Add.Circle(0, 0, picture.RadiusM);
        vessel.LineColor = Color.FromHex("#404040");
        vessel.FillColor = Color.FromHex("#FCF8E8");
        var csv = new CsvTable("source", "x_m", "z_m", "long_sigma_m", "short_sigma_m", "angle_degrees");
        foreach (PictureFix fix in picture.Fixes)
        {
            ScottPlot.Plottables.Ellipse ellipse = map.Add.Ellipse(fix.XM, fix.ZM, Enlargement * fix.LongSigmaM, Enlargement * fix.ShortSigmaM, Angle.FromDegrees(fix.AngleDegrees));
            ellipse.LineColor = FigureStyle.Distinct(0);
            ellipse.FillColor = FigureStyle.Distinct(0).WithAlpha(0.25);
            csv.Add(fix.Name, fix.XM, fix.ZM, fix.LongSigmaM, fix.ShortSigmaM, fix.AngleDegrees);
        }

        map.Add.Markers(picture.Fixes.Select(fix => fix.XM).ToArray(), picture.Fixes.Select(fix => fix.ZM).ToArray(), MarkerShape.FilledCircle, 5, Colors.Black);
        style.AddBox(map, $"{picture.Title}\n{picture.Fixes.Length} sources\nellipses of one standard error, {Enlargement:0} times enlarged", Alignment.UpperLeft);
        double reachM = 1.04 * picture.RadiusM;
        map.Axes.SetLimits(-reachM, reachM, -reachM, reachM);
        map.Axes.SquareUnits();

        Plot residuals = style.CreatePlot("source, in the order of the file", "residual / error");
        foreach ((IGrouping<string, PictureResidual> measure, int i) in picture.Residuals.GroupBy(residual => residual.Measure).Select((group, i) => (group, i)))
        {
            PictureResidual[] used = [.. measure.Where(residual => residual.Use == MeasureUse.Used)];
            PictureResidual[] rejected = [.. measure.Where(residual => residual.Use == MeasureUse.Rejected)];
            ScottPlot.Plottables.Markers points = residuals.Add.Markers(X(used, i), [.. used.Select(residual => residual.Pull)], FigureStyle.Marker(i), 6, FigureStyle.Distinct(i));
            points.LegendText = measure.Key;
            residuals.Add.Markers(X(rejected, i), [.. rejected.Select(residual => Math.Clamp(residual.Pull, 0.94 * -Reach, 0.94 * Reach))], MarkerShape.Eks, 9, FigureStyle.Distinct(i));
        }

        residuals.Add.HorizontalLine(0, 1, Color.FromHex("#404040"));
        residuals.Axes.SetLimits(-0.7, Math.Max(picture.Fixes.Length, 1) - 0.3, -Reach, Reach);
        residuals.Legend.Orientation = Orientation.Horizontal;
        residuals.ShowLegend(Edge.Top);
        residuals.Layout.Fixed(new PixelPadding(86, 28, 62, 70));
        return new FigurePage(style, 940, 1000, new FigurePanel(map, 0.66), new FigurePanel(residuals, 0.34)).Draw(
            "positions", "Located sources with their error ellipses; residuals of every measure, rejected ones as crosses, clipped at the edge.", csv.ToString());

        double[] X(PictureResidual[] some, int measure) => [.. some.Select(residual => residual.Fix + (0.06 * (measure - 3.5)))];
    }
}
