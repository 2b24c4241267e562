using System.Collections.Immutable;
using Isolux.Sensitivity.Spectra;
using Isolux.Sensitivity.Statistics;

namespace Isolux.Sensitivity.Data;

/// <summary>Fit of a measured spectrum.</summary>
/// <param name="Best">The minimum.</param>
/// <param name="Nuisances">Nuisance parameters, in the order of the fitted values after the four of oscillation.</param>
/// <param name="ExpectedCount">Best-fit events per bin.</param>
/// <param name="BackgroundCount">Best-fit background events per bin.</param>
/// <param name="Contour68">Contour of 68.3 % in (sin^2 theta12, dm21 in eV2).</param>
/// <param name="Contour95">Contour of 95.4 %.</param>
public sealed record PromptSpectrumResult(
    SpectrumFitResult Best,
    ImmutableArray<NuisanceParameter> Nuisances,
    ImmutableArray<double> ExpectedCount,
    ImmutableArray<double> BackgroundCount,
    ImmutableArray<(double Sin2Theta12, double Dm21Ev2)> Contour68,
    ImmutableArray<(double Sin2Theta12, double Dm21Ev2)> Contour95);
