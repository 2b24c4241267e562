using Isolux.Calibration.Transparency;

namespace Isolux.Cli.Commands;

/// <summary>Change of the transparency since the reference.</summary>
internal sealed record TransparencyChangeReport(
    double WavelengthNm,
    string Status,
    double AbsorptionLengthPercent,
    double AbsorptionErrorPercent,
    double RayleighLengthPercent,
    double RayleighErrorPercent,
    double Correlation,
    double Chi2,
    int Ndf,
    double PValue)
{
    public static TransparencyChangeReport From(TransparencyChange change) => new(
        change.WavelengthNm,
        change.Fit.Status.ToString(),
        change.AbsorptionLengthPercent,
        change.AbsorptionErrorPercent,
        change.RayleighLengthPercent,
        change.RayleighErrorPercent,
        change.Correlation,
        change.Fit.Chi2,
        change.Fit.DegreesOfFreedom,
        change.Fit.PValue);
}
