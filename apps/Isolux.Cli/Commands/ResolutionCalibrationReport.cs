using System.Collections.Immutable;
using Isolux.Calibration.DataSets;
using Isolux.Calibration.Resolution;
using Isolux.Numerics.Fitting;
using Isolux.Strategy.Report;
using Isolux.Strategy.Summary;

namespace Isolux.Cli.Commands;

/// <summary>What <c>calibrate resolution --json</c> prints: terms in percent, errors from the errors of the peaks as they are given.</summary>
internal sealed record ResolutionCalibrationReport(
    int FormatVersion,
    string Data,
    FitStatus Status,
    double A,
    double AError,
    double B,
    double BError,
    double C,
    double CError,
    double ATilde,
    double ATildeError,
    double[][] Covariance,
    double Chi2,
    int Ndf,
    double ErrorScale,
    double ScatterPercent,
    ImmutableArray<ResolutionPeakReport> Peaks,
    ImmutableArray<string> Sources)
{
    private const double Percent = 100.0;

    public static ResolutionCalibrationReport From(CalibrationDataSet data, ResolutionFit fit)
    {
        ImmutableArray<ResolutionPeakReport> peaks =
        [
            .. data.ResolutionPeaks.Select(peak => new ResolutionPeakReport(
                peak.Name,
                peak.Point.VisibleEnergyMeV,
                Percent * peak.Point.SigmaOverEFraction,
                Percent * peak.Point.Error,
                Percent * fit.Model.Evaluate(peak.Point.VisibleEnergyMeV),
                (peak.Point.SigmaOverEFraction - fit.Model.Evaluate(peak.Point.VisibleEnergyMeV)) / peak.Point.Error)),
        ];
        return new ResolutionCalibrationReport(
            1,
            data.Name,
            fit.Status,
            Percent * fit.Model.A,
            Percent * fit.AError,
            Percent * fit.Model.B,
            Percent * fit.BError,
            Percent * fit.Model.C,
            Percent * fit.CError,
            Percent * fit.Model.EffectiveResolution,
            Percent * fit.EffectiveResolutionError,
            [.. fit.Covariance.Select(value => Percent * Percent * value).Chunk(3)],
            fit.Chi2,
            fit.Ndf,
            fit.Ndf > 0 ? Math.Max(1.0, Math.Sqrt(fit.Chi2 / fit.Ndf)) : 1.0,
            Math.Sqrt(peaks.Average(peak => Math.Pow(Percent * ((peak.Measured / peak.Fitted) - 1.0), 2.0))),
            peaks,
            data.Sources);
    }

    /// <summary>The fit as a figure shows it.</summary>
    public ResolutionCurve ToCurve() => new(
        Data,
        [.. Peaks.Select(peak => new ResolutionSample(peak.EnergyMeV, peak.Measured, peak.Error))],
        new ResolutionRow
        {
            Name = Data,
            APercent = A,
            AErrorPercent = AError,
            BPercent = B,
            BErrorPercent = BError,
            CPercent = C,
            CErrorPercent = CError,
            ATildePercent = ATilde,
            ATildeErrorPercent = ATildeError,
        },
        Chi2,
        Ndf);
}
