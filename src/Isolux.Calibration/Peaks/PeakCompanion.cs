namespace Isolux.Calibration.Peaks;

/// <summary>A weaker line of the same source near the fitted one, of known energy and intensity.</summary>
/// <param name="EnergyRatio">Its energy over that of the fitted line.</param>
/// <param name="IntensityRatio">Its events over those of the fitted line.</param>
public readonly record struct PeakCompanion(double EnergyRatio, double IntensityRatio);
