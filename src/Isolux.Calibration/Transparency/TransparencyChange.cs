using Isolux.Numerics.Fitting;

namespace Isolux.Calibration.Transparency;

/// <summary>How the transparency has changed since a reference, with the same channels and beams.</summary>
/// <param name="WavelengthNm">Wavelength, nm.</param>
/// <param name="AbsorptionLengthPercent">Change of the absorption length, percent of the reference.</param>
/// <param name="AbsorptionErrorPercent">Standard error of it, percent.</param>
/// <param name="RayleighLengthPercent">Change of the Rayleigh length, percent of the reference.</param>
/// <param name="RayleighErrorPercent">Standard error of it, percent.</param>
/// <param name="Correlation">Correlation of the two changes.</param>
/// <param name="Fit">The fit; check its status.</param>
public sealed record TransparencyChange(
    double WavelengthNm,
    double AbsorptionLengthPercent,
    double AbsorptionErrorPercent,
    double RayleighLengthPercent,
    double RayleighErrorPercent,
    double Correlation,
    FitResult Fit);
