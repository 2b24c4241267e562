using System.Collections.Immutable;
using Isolux.Strategy.DualCalorimetry;
using ScottPlot;

namespace Isolux.Reporting.Figures;

/// <summary>Instrumental non-linearity of events against energy, one curve for each radius: as measured above, corrected below.</summary>
internal sealed class ChargeResidualFigure(FigureStyle style)
{
    public Figure Draw(ImmutableArray<ChargeResidual> residuals)
    {
        Plot before = style.CreatePlot(string.Empty, "as measured (%)");
        Plot after = style.CreatePlot("electron energy (MeV)", "corrected (%)");
        double[] radiiM = [.. residuals.Select(residual => residual.RadiusM).Distinct()];
        for (int i = 0; i < radiiM.Length; i++)
        {
            ChargeResidual[] curve = [.. residuals.Where(residual => residual.RadiusM == radiiM[i])];
            Add(before, curve, residual => residual.BeforePercent, i).LegendText = $"r = {radiiM[i]:0.0} m";
            Add(after, curve, residual => residual.AfterPercent, i);
        }

        double reach = Math.Max(0.4, 1.2 * residuals.Max(residual => Math.Abs(residual.AfterPercent)));
        foreach (Plot plot in new[] { before, after })
        {
            plot.Axes.AutoScale();
            plot.Axes.SetLimitsX(0, 1.05 * residuals.Max(residual => residual.EnergyMeV));
            plot.Add.HorizontalLine(0, 1, Color.FromHex("#404040"));
        }

        after.Axes.SetLimitsY(-reach, reach);
        before.Axes.Bottom.TickLabelStyle.IsVisible = false;
        before.ShowLegend(Alignment.LowerLeft);
        before.Layout.Fixed(new PixelPadding(86, 28, 8, 22));
        after.Layout.Fixed(new PixelPadding(86, 28, 62, 8));
        return new FigurePage(style, 940, 760, new FigurePanel(before, 0.6), new FigurePanel(after, 0.4)).Draw(
            "instrumental-non-linearity",
            "Summed charge over true charge, relative to 2.2 MeV electrons at the centre, minus 1: without and with the charge curves of dual calorimetry.",
            Numbers(residuals));
    }

    private static ScottPlot.Plottables.Scatter Add(Plot plot, ChargeResidual[] curve, Func<ChargeResidual, double> value, int index)
    {
        ScottPlot.Plottables.Scatter line = plot.Add.Scatter(curve.Select(residual => residual.EnergyMeV).ToArray(), curve.Select(value).ToArray());
        line.Color = FigureStyle.Distinct(index);
        line.MarkerShape = FigureStyle.Marker(index);
        line.MarkerSize = 7;
        line.LineWidth = 1.5f;
        return line;
    }

    private static string Numbers(ImmutableArray<ChargeResidual> residuals)
    {
        var csv = new CsvTable("energy_mev", "radius_m", "before_percent", "after_percent");
        foreach (ChargeResidual residual in residuals)
        {
            csv.Add(residual.EnergyMeV, residual.RadiusM, residual.BeforePercent, residual.AfterPercent);
        }

        return csv.ToString();
    }
}
