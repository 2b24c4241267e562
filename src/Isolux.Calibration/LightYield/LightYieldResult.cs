using Isolux.Calibration.Peaks;

namespace Isolux.Calibration.LightYield;

/// <summary>Y0 with its statistical error, PE/MeV, and the peak it comes from.</summary>
public sealed record LightYieldResult(double ValuePePerMeV, double ErrorPePerMeV, PeakFit Peak);
