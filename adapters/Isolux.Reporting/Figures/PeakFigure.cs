using Isolux.Strategy.Report;
using ScottPlot;

namespace Isolux.Reporting.Figures;

/// <summary>A peak of photoelectrons with its fit and the pulls below.</summary>
internal sealed class PeakFigure(FigureStyle style)
{
    public Figure Draw(PeakPicture peak)
    {
        PeakBin[] fitted = [.. peak.Bins.Where(b => b.ExpectedCount > 0 && b.ToPe > peak.FitFromPe && b.FromPe < peak.FitToPe)];
        double fromPe = peak.Bins[0].FromPe;
        double toPe = peak.Bins[^1].ToPe;
        Plot main = style.CreatePlot(string.Empty, $"events / {peak.Bins[0].ToPe - peak.Bins[0].FromPe:0.##} PE");
        AddData(main, peak);
        ScottPlot.Plottables.Scatter curve = main.Add.ScatterLine(fitted.Select(Centre).ToArray(), fitted.Select(b => b.ExpectedCount).ToArray());
        curve.Color = FigureStyle.Distinct(1);
        curve.LineWidth = 2.5f;
        curve.LegendText = "fit";
        style.AddBox(
            main,
            $"{peak.Title}\nmean {new Measured(peak.MeanPe, peak.MeanErrorPe)} PE\nσ {new Measured(peak.SigmaPe, peak.SigmaErrorPe)} PE\n"
            + $"χ²/ndf {peak.ChiSquared:F1}/{peak.DegreesOfFreedom}",
            Alignment.UpperLeft);
        main.ShowLegend(Alignment.UpperRight);
        main.Axes.SetLimits(fromPe, toPe, 0, 1.12 * peak.Bins.Max(b => b.Count + Math.Sqrt(b.Count)));
        main.Axes.Bottom.TickLabelStyle.IsVisible = false;
        main.Layout.Fixed(new PixelPadding(86, 28, 8, 22));

        Plot pulls = style.CreatePlot("photoelectrons (PE)", "pull");
        pulls.Add.HorizontalLine(0, 1, Color.FromHex("#404040"));
        pulls.Add.Markers(fitted.Select(Centre).ToArray(), fitted.Select(Pull).ToArray(), MarkerShape.FilledCircle, 5, FigureStyle.Distinct(0));
        double reach = Math.Max(3.5, 1.15 * fitted.Select(b => Math.Abs(Pull(b))).DefaultIfEmpty(0).Max());
        pulls.Axes.SetLimits(fromPe, toPe, -reach, reach);
        pulls.Layout.Fixed(new PixelPadding(86, 28, 62, 8));
        return new FigurePage(style, 940, 720, new FigurePanel(main, 0.72), new FigurePanel(pulls, 0.28)).Draw(
            "peak",
            $"{peak.Title}: photoelectrons of every event, the fitted peak and its pulls.",
            Numbers(peak));
    }

    private static void AddData(Plot plot, PeakPicture peak)
    {
        double[] x = [.. peak.Bins.Select(Centre)];
        double[] y = [.. peak.Bins.Select(b => (double)b.Count)];
        ScottPlot.Plottables.ErrorBar errors = plot.Add.ErrorBar(x, y, [.. peak.Bins.Select(b => Math.Sqrt(b.Count))]);
        errors.Color = FigureStyle.Distinct(0);
        errors.CapSize = 0;
        ScottPlot.Plottables.Markers points = plot.Add.Markers(x, y, MarkerShape.FilledCircle, 5, FigureStyle.Distinct(0));
        points.LegendText = "simulated events";
    }

    private static double Centre(PeakBin bin) => 0.5 * (bin.FromPe + bin.ToPe);

    private static double Pull(PeakBin bin) => (bin.Count - bin.ExpectedCount) / Math.Sqrt(bin.ExpectedCount);

    private static string Numbers(PeakPicture peak)
    {
        var csv = new CsvTable("from_pe", "to_pe", "count", "fit_count");
        foreach (PeakBin bin in peak.Bins)
        {
            csv.Add(bin.FromPe, bin.ToPe, bin.Count, bin.ExpectedCount);
        }

        return csv.ToString();
    }
}
