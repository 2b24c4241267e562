using Isolux.Sensitivity.Statistics;

namespace Isolux.Sensitivity.Studies;

/// <summary>How well one ordering can be told from the other.</summary>
/// <param name="DeltaChi2">chi2 of the best fit in the wrong ordering minus that in the right one.</param>
/// <param name="Right">Fit in the right ordering.</param>
/// <param name="Wrong">Fit in the wrong ordering.</param>
public sealed record OrderingSensitivity(double DeltaChi2, SpectrumFitResult Right, SpectrumFitResult Wrong);
