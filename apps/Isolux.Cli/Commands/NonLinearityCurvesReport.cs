using Isolux.Calibration.NonLinearity;

namespace Isolux.Cli.Commands;

/// <summary>The curves of a fitted model.</summary>
internal sealed record NonLinearityCurvesReport(NonLinearityCurveReport Gamma, NonLinearityCurveReport Electron, NonLinearityCurveReport Positron)
{
    public static NonLinearityCurvesReport From(NonLinearityCurves curves) =>
        new(NonLinearityCurveReport.From(curves.Gamma), NonLinearityCurveReport.From(curves.Electron), NonLinearityCurveReport.From(curves.Positron));
}
