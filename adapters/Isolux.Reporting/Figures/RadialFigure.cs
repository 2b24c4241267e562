using Isolux.Strategy.Report;
using ScottPlot;

namespace Isolux.Reporting.Figures;

/// <summary>g(r) averaged over cos(theta) beside the published values.</summary>
internal sealed class RadialFigure(FigureStyle style)
{
    public Figure Draw(RadialResponse radial)
    {
        Plot plot = style.CreatePlot("r (m)", "g(r), response relative to the centre");
        double[] radiusM = [.. radial.Curve.Select(s => s.RadiusM)];
        if (radial.Curve.Any(s => s.Error > 0))
        {
            ScottPlot.Plottables.FillY band = plot.Add.FillY(
                radiusM,
                [.. radial.Curve.Select(s => s.ResponseRatio - s.Error)],
                [.. radial.Curve.Select(s => s.ResponseRatio + s.Error)]);
            band.FillColor = FigureStyle.Distinct(0).WithAlpha(0.25);
            band.LineWidth = 0;
            band.MarkerSize = 0;
        }

        ScottPlot.Plottables.Scatter curve = plot.Add.ScatterLine(radiusM, [.. radial.Curve.Select(s => s.ResponseRatio)]);
        curve.Color = FigureStyle.Distinct(0);
        curve.LineWidth = 2.5f;
        curve.LegendText = "this run, mean over cos θ";
        AddPublished(plot, radial);
        if (radial.FiducialRadiusM is { } fiducialM)
        {
            ScottPlot.Plottables.VerticalLine edge = plot.Add.VerticalLine(fiducialM, 1.5f, Color.FromHex("#C02020"));
            edge.LegendText = $"fiducial radius, {fiducialM:0.##} m";
        }

        plot.Axes.AutoScale();
        plot.Axes.SetLimitsX(0, 1.02 * radiusM.Concat(radial.Published.Select(s => s.RadiusM)).Max());
        plot.ShowLegend(Alignment.UpperLeft);
        return new FigurePage(style, 940, 580, new FigurePanel(plot, 1)).Draw(
            "radial-response",
            "The response averaged over cos θ; published values are for orientation where they carry no error.",
            Numbers(radial));
    }

    private static void AddPublished(Plot plot, RadialResponse radial)
    {
        if (radial.Published.IsEmpty)
        {
            return;
        }

        double[] x = [.. radial.Published.Select(s => s.RadiusM)];
        double[] y = [.. radial.Published.Select(s => s.ResponseRatio)];
        ScottPlot.Plottables.Markers points = plot.Add.Markers(x, y, MarkerShape.FilledDiamond, 12, FigureStyle.Distinct(1));
        points.LegendText = "published";
        ScottPlot.Plottables.ErrorBar errors = plot.Add.ErrorBar(x, y, [.. radial.Published.Select(s => s.Error)]);
        errors.Color = FigureStyle.Distinct(1);
    }

    private static string Numbers(RadialResponse radial)
    {
        var csv = new CsvTable("series", "radius_m", "response", "error");
        foreach (RadialSample sample in radial.Curve)
        {
            csv.Add("run", sample.RadiusM, sample.ResponseRatio, sample.Error);
        }

        foreach (RadialSample sample in radial.Published)
        {
            csv.Add("published", sample.RadiusM, sample.ResponseRatio, sample.Error);
        }

        return csv.ToString();
    }
}
