using System.Collections.Immutable;
using System.Text;
using Isolux.Reporting.Figures;
using Isolux.Sensitivity.Data;
using Isolux.Sensitivity.Studies;
using ScottPlot;

namespace Isolux.Reporting;

/// <summary>Figures of sensitivity studies, each as PNG, SVG and CSV. It writes nothing: the caller decides where the files go.</summary>
public sealed class SensitivityFigures
{
    private readonly FigureStyle _style;

    /// <summary>Finds the font of the labels.</summary>
    /// <param name="footer">What stands at the foot of every figure: program and date.</param>
    /// <exception cref="FontMissingException">No font is installed; the message names the package.</exception>
    public SensitivityFigures(string footer)
    {
        _style = new FigureStyle(FigureFont.Find(), footer);
    }

    /// <summary>Curves and points over one pair of axes.</summary>
    /// <param name="name">File name without ending.</param>
    /// <param name="caption">What it shows.</param>
    /// <param name="xLabel">Abscissa with its unit.</param>
    /// <param name="yLabel">Ordinate with its unit.</param>
    /// <param name="series">The series.</param>
    public ImmutableArray<ReportFile> Curves(string name, string caption, string xLabel, string yLabel, params ImmutableArray<CurveSeries> series) =>
        Files(new CurveFigure(_style).Draw(name, caption, xLabel, yLabel, Legend(series), series));

    /// <summary>The weights of the resolution with the mock spectra behind them.</summary>
    /// <param name="result">The derivation.</param>
    public ImmutableArray<ReportFile> Weights(WeightResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Files(new WeightFigure(_style).Draw(result));
    }

    /// <summary>A measured spectrum with its fit.</summary>
    /// <param name="data">The spectrum.</param>
    /// <param name="result">The fit.</param>
    public ImmutableArray<ReportFile> Spectrum(PromptSpectrum data, PromptSpectrumResult result)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(result);
        return Files(new PromptSpectrumFigure(_style).Draw(data, result));
    }

    // Away from the end of a rising curve.
    private static Alignment Legend(ImmutableArray<CurveSeries> series) => series[0].Y[^1] > series[0].Y[0] ? Alignment.LowerRight : Alignment.UpperRight;

    private static ImmutableArray<ReportFile> Files(Figure figure) =>
    [
        new(figure.Name + ".png", figure.Png),
        new(figure.Name + ".svg", [.. Encoding.UTF8.GetBytes(figure.Svg)]),
        new(figure.Name + ".csv", [.. Encoding.UTF8.GetBytes(figure.Csv)]),
    ];
}
