using System.Collections.Immutable;
using Isolux.Calibration.DataSets;
using Isolux.Calibration.NonLinearity;
using Isolux.Strategy.NonLinearity;
using Isolux.Strategy.Report;
using ScottPlot;

namespace Isolux.Reporting.Figures;

/// <summary>Fitted curves of gammas, electrons and positrons over the measured points and the published curves.</summary>
internal sealed class NonLinearityFigure(FigureStyle style)
{
    private const double ToMeV = 12.0;

    /// <summary>Draws the curves.</summary>
    /// <param name="picture">Fits and data.</param>
    /// <param name="published">Published curves to compare with; null where there are none.</param>
    public Figure Draw(NonLinearityPicture picture, PublishedCurves? published)
    {
        NonLinearityData measured = picture.Data;
        ImmutableArray<NonLinearityResult> results = picture.Results;
        var csv = new CsvTable("panel", "series", "energy_mev", "ratio", "low", "high");
        Plot gamma = style.CreatePlot(string.Empty, "gammas");
        Plot electron = style.CreatePlot(string.Empty, "electrons");
        Plot positron = style.CreatePlot("energy (MeV)", "positrons");
        if (published is not null)
        {
            AddPublished(gamma, "gamma", published.GammaScintillation, csv);
            AddPublished(electron, "electron", published.ElectronFull, csv);
            AddPublished(positron, "positron", published.PositronFull, csv);
        }

        for (int i = 0; i < results.Length; i++)
        {
            NonLinearityCurves curves = results[i].Curves;
            AddModel(gamma, "gamma", results[i].Model, curves.Gamma, 1.0, i, csv);
            AddModel(electron, "electron", results[i].Model, CurveComparison.ToFull(curves.Electron, measured.InstrumentalRatio), Scale(curves.Electron, published?.ElectronFull, measured), i, csv);
            AddModel(positron, "positron", results[i].Model, CurveComparison.ToFull(curves.Positron, measured.InstrumentalRatio), Scale(curves.Positron, published?.PositronFull, measured), i, csv);
        }

        AddPoints(gamma, measured, csv);
        AddTruth(positron, picture.PositronTruth, csv);
        foreach (Plot plot in new[] { gamma, electron, positron })
        {
            plot.Axes.AutoScaleY();
            plot.Axes.SetLimitsX(0, ToMeV);
            plot.ShowLegend(Alignment.LowerRight);
            plot.Layout.Fixed(new PixelPadding(86, 28, plot == positron ? 62 : 26, 12));
        }

        return new FigurePage(style, 940, 1100, new FigurePanel(gamma, 0.33), new FigurePanel(electron, 0.32), new FigurePanel(positron, 0.35)).Draw(
            "nonlinearity",
            "Visible over true energy of gammas (sources of several at their mean energy), electrons (against kinetic energy) and positrons (against kinetic energy + 1.022 MeV)."
            + (measured.InstrumentalRatio is null
                ? string.Empty
                : " Gammas: scintillation non-linearity. Electrons and positrons: full non-linearity, fitted curves multiplied by the instrumental part and one common scale."),
            csv.ToString());
    }

    private static double Scale(NonLinearityCurve curve, PublishedCurve? published, NonLinearityData measured) => published is null
        ? 1.0
        : CurveComparison.Of(CurveComparison.ToFull(curve, measured.InstrumentalRatio), published, 1.5, 8.0).ScaleRatio;

    private static void AddPublished(Plot plot, string panel, PublishedCurve curve, CsvTable csv)
    {
        plot.AddBand(curve.EnergiesMeV, curve.Ratio, curve.LowRatio, curve.HighRatio, Color.FromHex("#606060"), "published");
        for (int i = 0; i < curve.EnergiesMeV.Length; i++)
        {
            csv.Add(panel, "published", curve.EnergiesMeV[i], curve.Ratio[i], curve.LowRatio[i], curve.HighRatio[i]);
        }
    }

    private static void AddModel(Plot plot, string panel, string model, NonLinearityCurve curve, double scale, int index, CsvTable csv)
    {
        ImmutableArray<double> Scaled(ImmutableArray<double> values) => [.. values.Select(value => scale * value)];
        plot.AddBand(curve.EnergiesMeV, Scaled(curve.Ratio), Scaled(curve.LowRatio), Scaled(curve.HighRatio), FigureStyle.Distinct(index), model);
        for (int i = 0; i < curve.EnergiesMeV.Length; i++)
        {
            csv.Add(panel, model, curve.EnergiesMeV[i], scale * curve.Ratio[i], scale * curve.LowRatio[i], scale * curve.HighRatio[i]);
        }
    }

    private static void AddTruth(Plot plot, ImmutableArray<PositronTruthPoint> truth, CsvTable csv)
    {
        if (truth.IsEmpty)
        {
            return;
        }

        ScottPlot.Plottables.Markers points = plot.Add.Markers(
            truth.Select(point => point.EnergyMeV).ToArray(), truth.Select(point => point.VisibleRatio).ToArray(), MarkerShape.OpenCircle, 7, Color.FromHex("#000000"));
        points.LegendText = "truth";
        foreach (PositronTruthPoint point in truth)
        {
            csv.Add("positron", "truth", point.EnergyMeV, point.VisibleRatio, point.VisibleRatio, point.VisibleRatio);
        }
    }

    private static void AddPoints(Plot plot, NonLinearityData measured, CsvTable csv)
    {
        double[] x = [.. measured.Gammas.Select(MeanGammaMeV)];
        double[] y = [.. measured.Gammas.Select(point => point.VisibleRatio)];
        ScottPlot.Plottables.ErrorBar errors = plot.Add.ErrorBar(x, y, [.. measured.Gammas.Select(point => point.Error)]);
        errors.Color = Color.FromHex("#000000");
        ScottPlot.Plottables.Markers points = plot.Add.Markers(x, y, MarkerShape.FilledCircle, 7, Color.FromHex("#000000"));
        points.LegendText = "measured";
        foreach (GammaPoint point in measured.Gammas)
        {
            csv.Add("gamma", "measured " + point.Name, MeanGammaMeV(point), point.VisibleRatio, point.VisibleRatio - point.Error, point.VisibleRatio + point.Error);
        }
    }

    private static double MeanGammaMeV(GammaPoint point) => point.EnergyMeV / point.GammaEnergiesMeV.Length;
}
