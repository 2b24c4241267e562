using System.Collections.Immutable;
using System.Text;
using Isolux.Calibration.DataSets;
using Isolux.Calibration.NonLinearity;
using Isolux.Calibration.Transparency;
using Isolux.Reporting.Figures;
using Isolux.Strategy.Report;

namespace Isolux.Reporting;

/// <summary>Figures of a calibration of measured data, each as PNG, SVG and CSV. It writes nothing: the caller decides where the files go.</summary>
public sealed class CalibrationFigures
{
    private readonly FigureStyle _style;

    /// <summary>Finds the font of the labels.</summary>
    /// <param name="footer">What stands at the foot of every figure: program and date.</param>
    /// <exception cref="FontMissingException">No font is installed; the message names the package.</exception>
    public CalibrationFigures(string footer)
    {
        _style = new FigureStyle(FigureFont.Find(), footer);
    }

    /// <summary>Curves of all models over data and published curves, and the beta spectrum where there is one.</summary>
    /// <param name="data">The data; they hold a non-linearity.</param>
    /// <param name="results">One result per model.</param>
    public ImmutableArray<ReportFile> NonLinearity(CalibrationDataSet data, ImmutableArray<NonLinearityResult> results)
    {
        ArgumentNullException.ThrowIfNull(data);
        return
        [
            .. Files(new NonLinearityFigure(_style).Draw(new NonLinearityPicture(data.NonLinearity!, results, []), data.Published)),
            .. data.NonLinearity!.Beta is null ? [] : Files(new BetaSpectrumFigure(_style).Draw(data.NonLinearity, results)),
        ];
    }

    /// <summary>Widths of peaks with their fit.</summary>
    /// <param name="curve">Points and fit.</param>
    public ImmutableArray<ReportFile> Resolution(ResolutionCurve curve)
    {
        ArgumentNullException.ThrowIfNull(curve);
        return Files(new ResolutionFigure(_style).Draw([curve], "resolution", "of the data set"));
    }

    /// <summary>What photosensors saw of laser beams, with the fit.</summary>
    /// <param name="result">Transparency at one wavelength.</param>
    public ImmutableArray<ReportFile> Transparency(TransparencyResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Files(new TransparencyFigure(_style).Draw(result));
    }

    /// <summary>Located sources with error ellipses and residuals.</summary>
    /// <param name="picture">Sources and residuals.</param>
    public ImmutableArray<ReportFile> Positions(PositionPicture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return Files(new PositionFigure(_style).Draw(picture));
    }

    private static ImmutableArray<ReportFile> Files(Figure figure) =>
    [
        new(figure.Name + ".png", figure.Png),
        new(figure.Name + ".svg", [.. Encoding.UTF8.GetBytes(figure.Svg)]),
        new(figure.Name + ".csv", [.. Encoding.UTF8.GetBytes(figure.Csv)]),
    ];
}
