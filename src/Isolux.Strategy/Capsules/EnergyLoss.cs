using Isolux.Calibration.Peaks;

namespace Isolux.Strategy.Capsules;

/// <summary>What the energy that gammas leave in a capsule does to a line.</summary>
/// <param name="TouchedFraction">Decays that leave more than 1 keV in capsule and fixture.</param>
/// <param name="Bias">Peak with the capsule over peak without, minus 1, by the fit of the line's shape.</param>
/// <param name="GaussianBias">The same by a Gaussian within two sigmas.</param>
/// <param name="Peak">The fit with the capsule.</param>
public sealed record EnergyLoss(double TouchedFraction, MeasuredPercent Bias, MeasuredPercent GaussianBias, LinePeak Peak);
