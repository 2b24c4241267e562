using System.Collections.Immutable;
using Isolux.Detector.Light;
using Isolux.Strategy.Report;
using Isolux.Strategy.Summary;
using ScottPlot;

namespace Isolux.Reporting.Figures;

/// <summary>Energy resolution of every row with its fit, and the pulls of the points below.</summary>
internal sealed class ResolutionFigure(FigureStyle style)
{
    /// <summary>Draws rows together.</summary>
    /// <param name="curves">The rows.</param>
    /// <param name="name">Name of the figure.</param>
    /// <param name="after">What happened to the events: end of a sentence.</param>
    public Figure Draw(ImmutableArray<ResolutionCurve> curves, string name, string after)
    {
        double fromMeV = 0.9 * curves.SelectMany(c => c.Points).Min(p => p.VisibleEnergyMeV);
        double toMeV = 1.05 * curves.SelectMany(c => c.Points).Max(p => p.VisibleEnergyMeV);
        Plot main = style.CreatePlot(string.Empty, "σ / E (%)");
        Plot pulls = style.CreatePlot("visible energy (MeV)", "pull");
        var csv = new CsvTable("row", "visible_energy_mev", "resolution_percent", "error_percent", "fit_percent", "pull");
        for (int i = 0; i < curves.Length; i++)
        {
            AddCurve(main, curves[i], i, fromMeV, toMeV);
            AddPulls(pulls, curves[i], i, csv);
        }

        main.Axes.AutoScaleY();
        main.Axes.SetLimitsX(fromMeV, toMeV);
        main.Axes.Bottom.TickLabelStyle.IsVisible = false;
        main.ShowLegend(Alignment.UpperRight);
        main.Layout.Fixed(new PixelPadding(86, 28, 8, 22));
        double reach = Math.Max(3.5, 1.15 * curves.Max(c => c.Points.Max(p => Math.Abs(Pull(c, p)))));
        pulls.Axes.SetLimits(fromMeV, toMeV, -reach, reach);
        pulls.Add.HorizontalLine(0, 1, Color.FromHex("#404040"));
        pulls.Layout.Fixed(new PixelPadding(86, 28, 62, 8));
        return new FigurePage(style, 940, 820, new FigurePanel(main, 0.72), new FigurePanel(pulls, 0.28)).Draw(
            name,
            $"Energy resolution of positrons {after} with the fit σ/E = √((a/√E)² + b² + (c/E)²), and its pulls.",
            csv.ToString());
    }

    private static void AddCurve(Plot plot, ResolutionCurve curve, int index, double fromMeV, double toMeV)
    {
        const int Steps = 200;
        double[] energyMeV = [.. Enumerable.Range(0, Steps + 1).Select(i => fromMeV + ((toMeV - fromMeV) * i / Steps))];
        ScottPlot.Plottables.Scatter line = plot.Add.ScatterLine(energyMeV, energyMeV.Select(e => Fitted(curve.Fit, e)).ToArray());
        line.Color = FigureStyle.Distinct(index);
        line.LineWidth = 1.5f;

        double[] x = [.. curve.Points.Select(p => p.VisibleEnergyMeV)];
        double[] y = [.. curve.Points.Select(p => p.ResolutionPercent)];
        ScottPlot.Plottables.ErrorBar errors = plot.Add.ErrorBar(x, y, [.. curve.Points.Select(p => p.ErrorPercent)]);
        errors.Color = FigureStyle.Distinct(index);
        ScottPlot.Plottables.Markers points = plot.Add.Markers(x, y, FigureStyle.Marker(index), 7, FigureStyle.Distinct(index));
        ResolutionRow fit = curve.Fit;
        points.LegendText = $"{curve.Title}: a {new Measured(fit.APercent, fit.AErrorPercent)}  b {new Measured(fit.BPercent, fit.BErrorPercent)}  "
            + $"c {new Measured(fit.CPercent, fit.CErrorPercent)}  ã {new Measured(fit.ATildePercent, fit.ATildeErrorPercent)} %,  "
            + $"χ²/ndf {curve.ChiSquared:F1}/{curve.DegreesOfFreedom}";
    }

    private static void AddPulls(Plot plot, ResolutionCurve curve, int index, CsvTable csv)
    {
        double[] x = [.. curve.Points.Select(p => p.VisibleEnergyMeV)];
        double[] y = [.. curve.Points.Select(p => Pull(curve, p))];
        plot.Add.Markers(x, y, FigureStyle.Marker(index), 7, FigureStyle.Distinct(index));
        foreach (ResolutionSample point in curve.Points)
        {
            csv.Add(
                curve.Fit.Name, point.VisibleEnergyMeV, point.ResolutionPercent, point.ErrorPercent, Fitted(curve.Fit, point.VisibleEnergyMeV), Pull(curve, point));
        }
    }

    private static double Pull(ResolutionCurve curve, ResolutionSample point) =>
        (point.ResolutionPercent - Fitted(curve.Fit, point.VisibleEnergyMeV)) / point.ErrorPercent;

    private static double Fitted(ResolutionRow row, double energyMeV) =>
        100.0 * ResolutionModel.FromPercent([row.APercent, row.BPercent, row.CPercent]).Evaluate(energyMeV);
}
