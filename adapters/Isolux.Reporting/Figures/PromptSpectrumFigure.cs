using Isolux.Sensitivity.Data;
using Isolux.Sensitivity.Response;
using Isolux.Sensitivity.Statistics;
using ScottPlot;

namespace Isolux.Reporting.Figures;

/// <summary>A measured prompt spectrum with its fit, and the residuals below.</summary>
internal sealed class PromptSpectrumFigure(FigureStyle style)
{
    private const double UnitMeV = 0.1;

    public Figure Draw(PromptSpectrum data, PromptSpectrumResult result)
    {
        EnergyBins bins = data.Bins;
        double[] x = [.. Enumerable.Range(0, bins.Count).Select(bins.CentreMeV)];
        double[] unit = [.. Enumerable.Range(0, bins.Count).Select(bin => UnitMeV / bins.WidthMeV(bin))];
        double[] observed = [.. data.ObservedCount.Zip(unit, (count, scale) => count * scale)];
        double[] pulls = [.. data.ObservedCount.Zip(result.ExpectedCount, (count, expected) => (count - expected) / Math.Sqrt(expected))];
        Plot main = style.CreatePlot(string.Empty, "events per 0.1 MeV");
        AddSteps(main, bins, [.. result.ExpectedCount.Zip(unit, (count, scale) => count * scale)], 1, "fit");
        AddSteps(main, bins, [.. result.BackgroundCount.Zip(unit, (count, scale) => count * scale)], 2, "backgrounds");
        ScottPlot.Plottables.ErrorBar errors = main.Add.ErrorBar(x, observed, [.. data.ObservedCount.Zip(unit, (count, scale) => Math.Sqrt(count) * scale)]);
        errors.Color = Color.FromHex("#000000");
        main.Add.Markers(x, observed, MarkerShape.FilledCircle, 6, Color.FromHex("#000000")).LegendText = "observed";
        double highest = data.ObservedCount.Zip(unit, (count, scale) => (count + Math.Sqrt(count)) * scale).Max();
        main.Axes.SetLimits(bins.EdgesMeV[0], bins.EdgesMeV[^1], 0, 1.06 * highest);
        main.Axes.Bottom.TickLabelStyle.IsVisible = false;
        main.ShowLegend(Alignment.UpperRight);
        main.Layout.Fixed(new PixelPadding(86, 28, 8, 22));
        SpectrumFitResult best = result.Best;
        style.AddBox(
            main,
            $"sin²θ₁₂ {new Measured(best.Value(OscillationParameter.Sin2Theta12), best.Error(OscillationParameter.Sin2Theta12))}\n"
            + $"Δm²₂₁ {new Measured(1e5 * best.Value(OscillationParameter.Dm21), 1e5 * best.Error(OscillationParameter.Dm21))} × 10⁻⁵ eV²\n"
            + $"χ² {best.Chi2:F1}, {bins.Count} bins",
            Alignment.MiddleRight);
        Plot residuals = style.CreatePlot("visible energy (MeV)", "residual / √fit");
        residuals.Add.Markers(x, pulls, MarkerShape.FilledCircle, 6, Color.FromHex("#000000"));
        residuals.Add.HorizontalLine(0, 1, Color.FromHex("#404040"));
        residuals.Axes.SetLimits(bins.EdgesMeV[0], bins.EdgesMeV[^1], -3.5, 3.5);
        residuals.Layout.Fixed(new PixelPadding(86, 28, 62, 8));
        var csv = new CsvTable("low_edge_mev", "high_edge_mev", "observed", "fit", "background", "residual_over_root_fit");
        for (int bin = 0; bin < bins.Count; bin++)
        {
            csv.Add(bins.EdgesMeV[bin], bins.EdgesMeV[bin + 1], data.ObservedCount[bin], result.ExpectedCount[bin], result.BackgroundCount[bin], pulls[bin]);
        }

        return new FigurePage(style, 940, 820, new FigurePanel(main, 0.7), new FigurePanel(residuals, 0.3)).Draw(
            "prompt-spectrum", "Measured prompt spectrum with the fit and its backgrounds, and residuals in units of the root of the expectation.", csv.ToString());
    }

    private static void AddSteps(Plot plot, EnergyBins bins, double[] values, int index, string legend)
    {
        double[] x = [.. Enumerable.Range(0, bins.Count).SelectMany(bin => new[] { bins.EdgesMeV[bin], bins.EdgesMeV[bin + 1] })];
        ScottPlot.Plottables.Scatter line = plot.Add.ScatterLine(x, values.SelectMany(value => new[] { value, value }).ToArray());
        line.Color = FigureStyle.Distinct(index);
        line.LineWidth = 2;
        line.LegendText = legend;
    }
}
