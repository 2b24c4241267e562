using System.Collections.Immutable;
using Isolux.Numerics.Interpolation;

namespace Isolux.Calibration.NonLinearity;

/// <summary>What a non-linearity is fitted to.</summary>
/// <param name="Name">Name of the data.</param>
/// <param name="Gammas">Gamma peaks, corrected for instrumental non-linearity.</param>
/// <param name="Beta">A beta spectrum; null where there is none.</param>
/// <param name="InstrumentalRatio">Full over scintillation non-linearity against visible energy in MeV, as the beta spectrum has it; null for none.</param>
/// <param name="Biases">Correlated biases of the gamma peaks.</param>
public sealed record NonLinearityData(
    string Name,
    ImmutableArray<GammaPoint> Gammas,
    BetaSpectrumData? Beta,
    SampledCurve? InstrumentalRatio,
    ImmutableArray<CorrelatedBias> Biases);
