using System.Collections.Immutable;
using Isolux.Calibration.NonLinearity;

namespace Isolux.Cli.Commands;

/// <summary>Visible over true energy with its 68 % band.</summary>
internal sealed record NonLinearityCurveReport(
    ImmutableArray<double> EnergiesMeV, ImmutableArray<double> Ratio, ImmutableArray<double> Low, ImmutableArray<double> High)
{
    public static NonLinearityCurveReport From(NonLinearityCurve curve) => new(curve.EnergiesMeV, curve.Ratio, curve.LowRatio, curve.HighRatio);
}
