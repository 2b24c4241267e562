using Isolux.Sensitivity.Statistics;

namespace Isolux.Sensitivity.Studies;

/// <summary>Relative standard errors of the oscillation parameters, all others and the systematics fitted with them.</summary>
/// <param name="Sin2Theta12Percent">Of sin^2 theta12.</param>
/// <param name="Sin2Theta13Percent">Of sin^2 theta13.</param>
/// <param name="Dm21Percent">Of dm2_21.</param>
/// <param name="Dm31Percent">Of dm2_31.</param>
public sealed record ParameterPrecision(double Sin2Theta12Percent, double Sin2Theta13Percent, double Dm21Percent, double Dm31Percent)
{
    /// <summary>The errors of a fit.</summary>
    public static ParameterPrecision Of(SpectrumFitResult fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        double Percent(OscillationParameter parameter) => 100.0 * Math.Abs(fit.Error(parameter) / fit.Value(parameter));
        return new(Percent(OscillationParameter.Sin2Theta12), Percent(OscillationParameter.Sin2Theta13), Percent(OscillationParameter.Dm21), Percent(OscillationParameter.Dm31));
    }
}
