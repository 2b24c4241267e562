using System.Collections.Immutable;

namespace Isolux.Calibration.DataSets;

/// <summary>Visible energies of gammas, and a beta spectrum where there is one.</summary>
/// <param name="Source">Where the gamma peaks come from.</param>
/// <param name="GammaPeaks">Gamma peaks, corrected for instrumental non-linearity.</param>
/// <param name="BetaSpectrum">A beta spectrum.</param>
/// <param name="Biases">Correlated biases of the peaks that their errors do not contain.</param>
/// <param name="Published">Published curves to compare with; scintillation and full curve of gammas together also say how the beta spectrum is distorted.</param>
public sealed record NonLinearityDocument(
    string Source,
    ImmutableArray<GammaPeakDocument> GammaPeaks,
    BetaSpectrumDocument? BetaSpectrum = null,
    ImmutableArray<BiasDocument>? Biases = null,
    PublishedCurvesDocument? Published = null);
