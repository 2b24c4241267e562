using Isolux.Strategy.Report;
using ScottPlot;

namespace Isolux.Reporting.Figures;

/// <summary>A quantity over a vertical plane: coloured cells inside the vessel.</summary>
internal sealed class PlaneFigure(FigureStyle style)
{
    public Figure Draw(PlanePicture picture)
    {
        Plot plot = style.CreatePlot("x in the plane (m)", "z (m)");
        int half = (int)Math.Ceiling(picture.RadiusM / picture.StepM);
        double[,] cells = new double[2 * half, 2 * half];
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i / (2 * half), i % (2 * half)] = double.NaN;
        }

        CsvTable csv = new("x_m", "z_m", "value");
        foreach (PlaneCell cell in picture.Cells)
        {
            cells[half - 1 - (int)Math.Floor(cell.ZM / picture.StepM), half + (int)Math.Floor(cell.XM / picture.StepM)] = cell.Value;
            csv.Add(cell.XM, cell.ZM, cell.Value);
        }

        ScottPlot.Plottables.Heatmap map = plot.Add.Heatmap(cells);
        map.Colormap = new ScottPlot.Colormaps.Viridis();
        map.ManualRange = new ScottPlot.Range(0, picture.Cells.Max(cell => cell.Value));
        double reachM = half * picture.StepM;
        map.Rectangle = new CoordinateRect(-reachM, reachM, -reachM, reachM);
        map.NaNCellColor = Colors.White;
        ScottPlot.Plottables.Ellipse vessel = plot.Add.Circle(0, 0, picture.RadiusM);
        vessel.LineColor = Color.FromHex("#404040");
        vessel.FillColor = Colors.Transparent;
        ScottPlot.Panels.ColorBar bar = plot.Add.ColorBar(map, Edge.Right);
        bar.Label = picture.Label;
        bar.LabelStyle.FontName = style.FontName;
        bar.LabelStyle.FontSize = 15;
        bar.LabelStyle.Bold = false;
        bar.Axis.TickLabelStyle.FontName = style.FontName;
        bar.Axis.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { LabelFormatter = FigureStyle.TickLabel };
        style.AddBox(plot, picture.Title.Replace(": ", "\n", StringComparison.Ordinal), Alignment.LowerRight);
        plot.Axes.SetLimits(-reachM, reachM, -reachM, reachM);
        plot.Grid.IsVisible = false;
        plot.Layout.Fixed(new PixelPadding(86, 126, 62, 22));
        plot.Axes.SquareUnits();
        return new FigurePage(style, 860, 720, new FigurePanel(plot, 1)).Draw("plane", picture.Title, csv.ToString());
    }
}
