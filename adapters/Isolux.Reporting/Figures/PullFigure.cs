using Isolux.Numerics.Statistics;
using Isolux.Strategy.Report;
using ScottPlot;

namespace Isolux.Reporting.Figures;

/// <summary>A histogram of pulls, a Gaussian of their mean and width, and the pulls of the bins below.</summary>
internal sealed class PullFigure(FigureStyle style)
{
    private const double Reach = 5.0;
    private const int Bins = 50;

    // Bins that expect less are joined to no chi2.
    private const double LeastExpected = 10.0;

    public Figure Draw(PullPicture picture)
    {
        RunningMoments moments = picture.Moments;
        double[] counts = new double[Bins];
        foreach (double pull in picture.Pulls)
        {
            int bin = (int)Math.Floor((pull + Reach) / (2.0 * Reach) * Bins);
            if (bin >= 0 && bin < Bins)
            {
                counts[bin]++;
            }
        }

        double width = 2.0 * Reach / Bins;
        double[] centres = [.. Enumerable.Range(0, Bins).Select(bin => -Reach + ((bin + 0.5) * width))];
        double[] expected = [.. centres.Select(x => picture.Pulls.Length * (Upper(x - (0.5 * width)) - Upper(x + (0.5 * width))))];
        int[] tested = [.. Enumerable.Range(0, Bins).Where(bin => expected[bin] >= LeastExpected)];
        double[] residuals = [.. tested.Select(bin => (counts[bin] - expected[bin]) / Math.Sqrt(expected[bin]))];

        Plot main = style.CreatePlot(string.Empty, picture.Entries);
        ScottPlot.Plottables.ErrorBar errors = main.Add.ErrorBar(centres, counts, [.. counts.Select(Math.Sqrt)]);
        errors.Color = FigureStyle.Distinct(0);
        errors.CapSize = 0;
        main.Add.Markers(centres, counts, MarkerShape.FilledCircle, 5, FigureStyle.Distinct(0)).LegendText = picture.Entries;
        ScottPlot.Plottables.Scatter curve = main.Add.ScatterLine(centres, expected);
        curve.Color = FigureStyle.Distinct(1);
        curve.LineWidth = 2.5f;
        curve.LegendText = "Gaussian of this mean and width";
        style.AddBox(
            main,
            $"{picture.Title}\nmean {new Measured(moments.Mean, moments.MeanError)}\nwidth {new Measured(moments.StandardDeviation, moments.StandardDeviationError)}\n"
            + $"χ²/ndf {residuals.Sum(residual => residual * residual):F1}/{Math.Max(0, tested.Length - 3)}",
            Alignment.UpperLeft);
        main.ShowLegend(Alignment.UpperRight);
        main.Axes.SetLimits(-Reach, Reach, 0, 1.35 * counts.Max());
        main.Axes.Bottom.TickLabelStyle.IsVisible = false;
        main.Layout.Fixed(new PixelPadding(86, 28, 8, 22));

        Plot below = style.CreatePlot("(estimate - truth) / error", "pull of bin");
        below.Add.HorizontalLine(0, 1, Color.FromHex("#404040"));
        below.Add.Markers(tested.Select(bin => centres[bin]).ToArray(), residuals, MarkerShape.FilledCircle, 5, FigureStyle.Distinct(0));
        double reach = Math.Max(3.5, 1.15 * residuals.Select(Math.Abs).DefaultIfEmpty(0).Max());
        below.Axes.SetLimits(-Reach, Reach, -reach, reach);
        below.Layout.Fixed(new PixelPadding(86, 28, 62, 8));
        CsvTable csv = new("pull", picture.Entries, "expected");
        for (int bin = 0; bin < Bins; bin++)
        {
            csv.Add(centres[bin], counts[bin], expected[bin]);
        }

        return new FigurePage(style, 940, 720, new FigurePanel(main, 0.72), new FigurePanel(below, 0.28)).Draw("pulls", $"{picture.Title}: pulls of the {picture.Entries}.", csv.ToString());

        double Upper(double x) => Normal.Cumulative(-(x - moments.Mean) / moments.StandardDeviation);
    }
}
