using Isolux.Numerics.Interpolation;
using Isolux.Strategy.Report;
using Isolux.Strategy.Resolution;
using Isolux.Strategy.Summary;
using ScottPlot;

namespace Isolux.Reporting.Figures;

/// <summary>Delta chi2 against the effective resolution with every row of the table on it, and the same rows by name.</summary>
internal sealed class OrderingFigure(FigureStyle style)
{
    private const int CurveHeightPixels = 430;
    private const int RowHeightPixels = 27;
    private const int RowMarginPixels = 84;
    private const float LeftPixels = 250;
    private static readonly Color s_published = Color.FromHex("#909090").WithAlpha(0.28);

    public Figure Draw(SensitivitySummary sensitivity, OrderingPicture picture)
    {
        var csv = new CsvTable("series", "a_tilde_percent", "a_tilde_error_percent", "delta_chi2", "delta_chi2_error");
        for (int i = 0; i < picture.ATildePercent.Length; i++)
        {
            csv.Add("b = c = 0", picture.ATildePercent[i], 0.0, picture.DeltaChi2[i], 0.0);
        }

        foreach (SensitivityRow row in sensitivity.Rows)
        {
            csv.Add(row.Name, row.ATildePercent, row.ATildeErrorPercent, row.DeltaChi2, row.DeltaChi2Error);
        }

        Plot curve = Curve(sensitivity, picture);
        Plot rows = Rows(sensitivity);
        double low = sensitivity.Rows.Min(row => row.DeltaChi2 - row.DeltaChi2Error);
        double high = sensitivity.Rows.Max(row => row.DeltaChi2 + row.DeltaChi2Error);
        if (sensitivity.PublishedDeltaChi2 is { } published)
        {
            (low, high) = (Math.Min(low, published.LowDeltaChi2), Math.Max(high, published.HighDeltaChi2));
        }

        rows.Axes.SetLimitsX(low - (0.08 * (high - low)), high + (0.08 * (high - low)));
        int rowsHeight = RowMarginPixels + (RowHeightPixels * sensitivity.Rows.Length);
        double total = CurveHeightPixels + rowsHeight;
        return new FigurePage(style, 940, (float)total, new FigurePanel(curve, CurveHeightPixels / total), new FigurePanel(rows, rowsHeight / total)).Draw(
            "mass-ordering",
            $"Δχ² of the wrong minus the right mass ordering (normal ordering true) after {sensitivity.ExposureYears:0.##} years at full power. Above: against the effective resolution, with the curve of the stochastic term alone; below: row by row.",
            csv.ToString());
    }

    private Plot Curve(SensitivitySummary sensitivity, OrderingPicture picture)
    {
        const int steps = 100;
        Plot plot = style.CreatePlot("effective resolution ã (%)", "Δχ²");
        CubicSpline spline = new(picture.ATildePercent.AsSpan(), picture.DeltaChi2.AsSpan());
        double[] x = [.. Enumerable.Range(0, steps + 1).Select(i => picture.ATildePercent[0] + ((picture.ATildePercent[^1] - picture.ATildePercent[0]) * i / steps))];
        ScottPlot.Plottables.Scatter line = plot.Add.ScatterLine(x, [.. x.Select(spline.Evaluate)]);
        line.Color = Color.FromHex("#606060");
        line.LineWidth = 2;
        line.LegendText = "stochastic term alone (b = c = 0)";
        if (sensitivity.PublishedDeltaChi2 is { } published)
        {
            plot.Add.VerticalSpan(published.LowDeltaChi2, published.HighDeltaChi2, s_published).LegendText = "published (both orderings)";
        }

        Add(plot, "corrections", 0, [.. sensitivity.Rows.Where(row => ResolutionRowNames.IsCorrection(row.Name))]);
        Add(plot, "other rows", 1, [.. sensitivity.Rows.Where(row => !ResolutionRowNames.IsCorrection(row.Name) && row.Name != sensitivity.Row)]);
        Add(plot, $"this calibration ({ResolutionRowNames.Title(sensitivity.Row)})", 2, [.. sensitivity.Rows.Where(row => row.Name == sensitivity.Row)], size: 12);
        plot.Axes.AutoScale();
        plot.ShowLegend(Alignment.UpperRight);
        plot.Layout.Fixed(new PixelPadding(86, 28, 62, 16));
        return plot;
    }

    private Plot Rows(SensitivitySummary sensitivity)
    {
        Plot plot = style.CreatePlot("Δχ²", string.Empty);
        int count = sensitivity.Rows.Length;
        if (sensitivity.PublishedDeltaChi2 is { } published)
        {
            plot.Add.HorizontalSpan(published.LowDeltaChi2, published.HighDeltaChi2, s_published);
        }

        for (int i = 0; i < count; i++)
        {
            SensitivityRow row = sensitivity.Rows[i];
            int index = row.Name == sensitivity.Row ? 2 : ResolutionRowNames.IsCorrection(row.Name) ? 0 : 1;
            double[] x = [row.DeltaChi2];
            double[] y = [count - 1.0 - i];
            double[] error = [row.DeltaChi2Error];
            plot.PlottableList.Add(new ScottPlot.Plottables.ErrorBar(x, y, error, error, null, null) { Color = FigureStyle.Distinct(index) });
            plot.Add.Markers(x, y, FigureStyle.Marker(index), 8, FigureStyle.Distinct(index));
        }

        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericManual(
            [.. Enumerable.Range(0, count).Select(i => count - 1.0 - i)], [.. sensitivity.Rows.Select(row => ResolutionRowNames.Title(row.Name))]);
        plot.Axes.SetLimitsY(-0.7, count - 0.3);
        plot.Layout.Fixed(new PixelPadding(LeftPixels, 28, 62, 10));
        return plot;
    }

    private static void Add(Plot plot, string title, int index, SensitivityRow[] rows, float size = 8)
    {
        if (rows.Length == 0)
        {
            return;
        }

        double[] x = [.. rows.Select(row => row.ATildePercent)];
        double[] y = [.. rows.Select(row => row.DeltaChi2)];
        double[] across = [.. rows.Select(row => row.ATildeErrorPercent)];
        double[] along = [.. rows.Select(row => row.DeltaChi2Error)];
        plot.PlottableList.Add(new ScottPlot.Plottables.ErrorBar(x, y, across, across, along, along) { Color = FigureStyle.Distinct(index) });
        plot.Add.Markers(x, y, FigureStyle.Marker(index), size, FigureStyle.Distinct(index)).LegendText = title;
    }
}
