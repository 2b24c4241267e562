using System.Collections.Immutable;
using Isolux.Calibration.Resolution;
using Isolux.Detector.Light;

namespace Isolux.Calibration.NonLinearity;

/// <summary>A measured beta spectrum.</summary>
/// <param name="Isotope">What decays.</param>
/// <param name="EdgesMeV">Edges of the bins in reconstructed energy, MeV; one more than bins.</param>
/// <param name="ObservedCount">Counts per bin, accidental background subtracted.</param>
/// <param name="Errors">Standard errors of the counts.</param>
/// <param name="BackgroundCount">Counts per bin of a background whose shape is known; its size is fitted. Empty where there is none.</param>
/// <param name="Resolution">Energy resolution.</param>
public sealed record BetaSpectrumData(
    BetaIsotope Isotope,
    ImmutableArray<double> EdgesMeV,
    ImmutableArray<double> ObservedCount,
    ImmutableArray<double> Errors,
    ImmutableArray<double> BackgroundCount,
    ResolutionModel Resolution);
