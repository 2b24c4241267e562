using System.Collections.Immutable;
using Isolux.Calibration.Peaks;

namespace Isolux.Strategy.Capsules;

/// <summary>What the energy that gammas leave in a capsule does to the peak of a line.</summary>
/// <param name="TouchedFraction">Decays that leave more than 1 keV in capsule and fixture.</param>
/// <param name="Biases">Peak with the capsule over peak without, minus 1, by the shape that was fitted to both; that of the line, and any others asked for.</param>
/// <param name="Shape">The shape by which lines of this energy are fitted.</param>
/// <param name="Peak">The fit of that shape with the capsule.</param>
public sealed record EnergyLoss(double TouchedFraction, ImmutableDictionary<PeakShape, MeasuredPercent> Biases, PeakShape Shape, LinePeak Peak)
{
    /// <summary>The bias by the fit of the line's shape.</summary>
    public MeasuredPercent Bias => Biases[Shape];
}
