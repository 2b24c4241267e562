using System.Globalization;
using Isolux.Calibration.Transparency;
using ScottPlot;

namespace Isolux.Reporting.Figures;

/// <summary>Charge of rings of channels about the spot of every beam, over the fit, with pulls below.</summary>
internal sealed class TransparencyFigure(FigureStyle style)
{
    private const double LeastCharge = 1.0;

    public Figure Draw(TransparencyResult result)
    {
        Plot main = style.CreatePlot(string.Empty, "charge of the ring (PE)");
        Plot below = style.CreatePlot("angle from the spot, seen from the centre (degrees)", "pull");
        CsvTable csv = new("beam", "centre_degrees", "charge_pe", "fitted_pe", "error_pe", "pull");
        below.Add.HorizontalLine(0, 1, Color.FromHex("#404040"));
        foreach ((int i, IGrouping<string, BeamGroupResidual> beam) in result.Groups.GroupBy(group => group.Beam).Index())
        {
            double[] x = [.. beam.Select(group => group.CentreDegrees)];
            Color colour = FigureStyle.Distinct(i);
            main.Add.Markers(x, [.. beam.Select(group => Math.Log10(Math.Max(group.ChargePe, LeastCharge)))], FigureStyle.Marker(i), 8, colour).LegendText = beam.Key;
            ScottPlot.Plottables.Scatter line = main.Add.ScatterLine(x, [.. beam.Select(group => Math.Log10(Math.Max(group.FittedPe, LeastCharge)))]);
            (line.Color, line.LineWidth) = (colour, 1.5f);
            below.Add.Markers(x, [.. beam.Select(group => group.Pull)], FigureStyle.Marker(i), 6, colour);
            foreach (BeamGroupResidual group in beam)
            {
                csv.Add(group.Beam, group.CentreDegrees, group.ChargePe, group.FittedPe, group.ErrorPe, group.Pull);
            }
        }

        style.UseDecades(main.Axes.Left);
        style.AddBox(
            main,
            string.Create(CultureInfo.InvariantCulture, $"{result.WavelengthNm} nm\nabsorption {new Measured(result.AbsorptionLengthM, result.AbsorptionErrorM)} m\n")
            + $"Rayleigh {new Measured(result.RayleighLengthM, result.RayleighErrorM)} m\nattenuation {new Measured(result.AttenuationLengthM, result.AttenuationErrorM)} m\n"
            + string.Create(CultureInfo.InvariantCulture, $"χ²/ndf {result.Fit.Chi2:F1}/{result.Fit.DegreesOfFreedom}"),
            Alignment.UpperRight);
        main.Axes.AutoScale();
        main.Axes.SetLimitsX(0, 180);
        main.ShowLegend(Alignment.UpperCenter);
        main.Axes.Bottom.TickLabelStyle.IsVisible = false;
        main.Layout.Fixed(new PixelPadding(86, 28, 8, 22));
        double reach = Math.Max(3.5, 1.15 * result.Groups.Max(group => Math.Abs(group.Pull)));
        below.Axes.SetLimits(0, 180, -reach, reach);
        below.Layout.Fixed(new PixelPadding(86, 28, 62, 8));
        string name = string.Create(CultureInfo.InvariantCulture, $"transparency-{result.WavelengthNm}nm");
        return new FigurePage(style, 940, 720, new FigurePanel(main, 0.7), new FigurePanel(below, 0.3)).Draw(
            name, "Charge of rings of channels about the spot of the direct light of every beam, dark noise subtracted, and the fit.", csv.ToString());
    }
}
