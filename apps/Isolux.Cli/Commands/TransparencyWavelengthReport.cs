using System.Collections.Immutable;
using Isolux.Calibration.Transparency;

namespace Isolux.Cli.Commands;

/// <summary>Transparency at one wavelength; covariance of absorption and Rayleigh length in m^2.</summary>
internal sealed record TransparencyWavelengthReport(
    double WavelengthNm,
    string Status,
    double AbsorptionLengthM,
    double AbsorptionErrorM,
    double RayleighLengthM,
    double RayleighErrorM,
    double AttenuationLengthM,
    double AttenuationErrorM,
    ImmutableArray<ImmutableArray<double>> CovarianceM2,
    double ReemissionRatio,
    double ReemissionRatioError,
    double Chi2,
    int Ndf,
    double PValue,
    ImmutableArray<double> BeamPhotons,
    ImmutableArray<BeamGroupResidual> Groups)
{
    public static TransparencyWavelengthReport From(TransparencyResult result) => new(
        result.WavelengthNm,
        result.Fit.Status.ToString(),
        result.AbsorptionLengthM,
        result.AbsorptionErrorM,
        result.RayleighLengthM,
        result.RayleighErrorM,
        result.AttenuationLengthM,
        result.AttenuationErrorM,
        [[result.Covariance[0, 0], result.Covariance[0, 1]], [result.Covariance[1, 0], result.Covariance[1, 1]]],
        result.ReemissionRatio,
        result.ReemissionRatioError,
        result.Fit.Chi2,
        result.Fit.DegreesOfFreedom,
        result.Fit.PValue,
        result.BeamPhotons,
        result.Groups);
}
