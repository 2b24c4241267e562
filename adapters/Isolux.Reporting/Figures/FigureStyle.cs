using System.Globalization;
using ScottPlot;

namespace Isolux.Reporting.Figures;

/// <summary>What all figures of a report share: font, footer and the look of axes, boxes and lines.</summary>
internal sealed record FigureStyle(string FontName, string Footer)
{
    private const float LabelSize = 16;
    private const float TickSize = 13;
    private const float BoxSize = 12.5f;
    private static readonly Color Ink = Color.FromHex("#202020");

    /// <summary>A plot with labelled axes, room for them, and a light grid.</summary>
    public Plot CreatePlot(string xLabel, string yLabel)
    {
        var plot = new Plot();
        plot.Font.Set(FontName);
        plot.Axes.Bottom.Label.Text = xLabel;
        plot.Axes.Left.Label.Text = yLabel;
        foreach (IAxis axis in new IAxis[] { plot.Axes.Bottom, plot.Axes.Left })
        {
            axis.Label.FontSize = LabelSize;
            axis.Label.Bold = false;
            axis.Label.ForeColor = Ink;
            axis.TickLabelStyle.FontSize = TickSize;
            axis.TickLabelStyle.ForeColor = Ink;
            axis.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { LabelFormatter = TickLabel };
        }

        plot.Grid.MajorLineColor = Color.FromHex("#E4E4E4");
        plot.Legend.FontName = FontName;
        plot.Legend.FontSize = BoxSize;
        plot.Legend.OutlineColor = Color.FromHex("#B0B0B0");
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.Legend.SymbolWidth = 30;
        plot.Layout.Fixed(new PixelPadding(86, 28, 62, 22));
        return plot;
    }

    /// <summary>A mark on an axis: no thousands separator, a true minus sign.</summary>
    public static string TickLabel(double value) => value.ToString("0.######", CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>Marks of an axis whose values are decimal logarithms.</summary>
    public void UseDecades(IAxis axis) => axis.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic
    {
        MinorTickGenerator = new ScottPlot.TickGenerators.LogMinorTickGenerator(),
        IntegerTicksOnly = true,
        LabelFormatter = value => TickLabel(Math.Pow(10.0, value)),
    };

    /// <summary>A box of lines inside the plot.</summary>
    public void AddBox(Plot plot, string text, Alignment alignment)
    {
        ScottPlot.Plottables.Annotation box = plot.Add.Annotation(text, alignment);
        box.LabelFontName = FontName;
        box.LabelFontSize = BoxSize;
        box.LabelFontColor = Ink;
        box.LabelBackgroundColor = Colors.White.WithAlpha(0.92);
        box.LabelBorderColor = Color.FromHex("#B0B0B0");
        box.LabelShadowColor = Colors.Transparent;
        box.LabelPadding = 8;
        box.OffsetX = 12;
        box.OffsetY = 12;
    }

    /// <summary>The i-th of eight colours that readers with any colour vision can tell apart (Okabe and Ito 2008).</summary>
    public static Color Distinct(int i) => Color.FromHex(
        (i % 8) switch
        {
            0 => "#0072B2",
            1 => "#D55E00",
            2 => "#009E73",
            3 => "#CC79A7",
            4 => "#E69F00",
            5 => "#56B4E9",
            6 => "#8C6D31",
            _ => "#000000",
        });

    /// <summary>The i-th marker, so that colour is never the only difference.</summary>
    public static MarkerShape Marker(int i) => (i % 6) switch
    {
        0 => MarkerShape.FilledCircle,
        1 => MarkerShape.FilledSquare,
        2 => MarkerShape.FilledDiamond,
        3 => MarkerShape.FilledTriangleUp,
        4 => MarkerShape.FilledTriangleDown,
        _ => MarkerShape.Cross,
    };
}
