using Isolux.Sensitivity.Studies;

namespace Isolux.Cli.Commands.Sensitivity;

/// <summary>Relative errors of the oscillation parameters, percent.</summary>
internal sealed record PrecisionReport(double Sin2Theta12, double Sin2Theta13, double Dm21, double Dm31)
{
    public static PrecisionReport From(ParameterPrecision precision) =>
        new(precision.Sin2Theta12Percent, precision.Sin2Theta13Percent, precision.Dm21Percent, precision.Dm31Percent);
}
