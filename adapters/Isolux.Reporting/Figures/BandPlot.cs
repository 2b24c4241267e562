using System.Collections.Immutable;
using ScottPlot;

namespace Isolux.Reporting.Figures;

/// <summary>A curve with its band.</summary>
internal static class BandPlot
{
    public static void AddBand(this Plot plot, ImmutableArray<double> x, ImmutableArray<double> y, ImmutableArray<double> low, ImmutableArray<double> high, Color color, string legend)
    {
        double[] abscissae = [.. x];
        ScottPlot.Plottables.FillY band = plot.Add.FillY(abscissae, [.. low], [.. high]);
        band.FillColor = color.WithAlpha(0.22);
        band.LineWidth = 0;
        band.MarkerSize = 0;
        ScottPlot.Plottables.Scatter line = plot.Add.ScatterLine(abscissae, [.. y]);
        line.Color = color;
        line.LineWidth = 2;
        line.LegendText = legend;
    }
}
