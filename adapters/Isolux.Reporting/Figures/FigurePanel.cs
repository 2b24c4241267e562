using ScottPlot;

namespace Isolux.Reporting.Figures;

/// <summary>One plot of a page and the share of the height it takes.</summary>
internal sealed record FigurePanel(Plot Plot, double HeightFraction);
