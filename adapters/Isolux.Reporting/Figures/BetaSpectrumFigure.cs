using System.Collections.Immutable;
using Isolux.Calibration.NonLinearity;
using ScottPlot;

namespace Isolux.Reporting.Figures;

/// <summary>The beta spectrum with the fits of all models and their pulls.</summary>
internal sealed class BetaSpectrumFigure(FigureStyle style)
{
    public Figure Draw(NonLinearityData data, ImmutableArray<NonLinearityResult> results)
    {
        BetaSpectrumData beta = data.Beta!;
        double[] x = [.. Enumerable.Range(0, beta.ObservedCount.Length).Select(i => 0.5 * (beta.EdgesMeV[i] + beta.EdgesMeV[i + 1]))];
        Plot main = style.CreatePlot(string.Empty, $"events / {beta.EdgesMeV[1] - beta.EdgesMeV[0]:0.##} MeV");
        Plot pulls = style.CreatePlot("reconstructed energy (MeV)", "pull");
        ScottPlot.Plottables.ErrorBar errors = main.Add.ErrorBar(x, [.. beta.ObservedCount], [.. beta.Errors]);
        errors.Color = Color.FromHex("#000000");
        ScottPlot.Plottables.Markers points = main.Add.Markers(x, [.. beta.ObservedCount], MarkerShape.FilledCircle, 5, Color.FromHex("#000000"));
        points.LegendText = beta.Isotope.Name + " candidates";
        pulls.Add.HorizontalLine(0, 1, Color.FromHex("#404040"));
        var csv = new CsvTable("model", "energy_mev", "count", "error", "fit", "pull");
        double reach = 3.5;
        for (int m = 0; m < results.Length; m++)
        {
            double[] fitted = [.. results[m].PredictedValues.Skip(data.Gammas.Length)];
            double[] pull = [.. fitted.Select((value, i) => (beta.ObservedCount[i] - value) / beta.Errors[i])];
            ScottPlot.Plottables.Scatter line = main.Add.ScatterLine(x, fitted);
            line.Color = FigureStyle.Distinct(m);
            line.LineWidth = 2;
            line.LegendText = $"{results[m].Model}, joint χ²/ndf {results[m].Fit.Chi2:F1}/{results[m].Fit.DegreesOfFreedom}";
            pulls.Add.Markers(x, pull, FigureStyle.Marker(m), 5, FigureStyle.Distinct(m));
            reach = Math.Max(reach, 1.15 * pull.Max(Math.Abs));
            for (int i = 0; i < x.Length; i++)
            {
                csv.Add(results[m].Model, x[i], beta.ObservedCount[i], beta.Errors[i], fitted[i], pull[i]);
            }
        }

        main.Axes.AutoScaleY();
        main.Axes.SetLimitsX(beta.EdgesMeV[0], beta.EdgesMeV[^1]);
        main.Axes.Bottom.TickLabelStyle.IsVisible = false;
        main.ShowLegend(Alignment.UpperRight);
        main.Layout.Fixed(new PixelPadding(86, 28, 8, 22));
        pulls.Axes.SetLimits(beta.EdgesMeV[0], beta.EdgesMeV[^1], -reach, reach);
        pulls.Layout.Fixed(new PixelPadding(86, 28, 62, 8));
        return new FigurePage(style, 940, 720, new FigurePanel(main, 0.72), new FigurePanel(pulls, 0.28)).Draw(
            "beta-spectrum", $"The {beta.Isotope.Name} spectrum with the joint fits and their pulls.", csv.ToString());
    }
}
