using System.Collections.Immutable;
using Isolux.Sensitivity.Response;

namespace Isolux.Sensitivity.Data;

/// <summary>A measured prompt spectrum, checked and ready to fit.</summary>
/// <param name="Document">What its document says.</param>
/// <param name="Bins">Bins of visible energy.</param>
/// <param name="ObservedCount">Events per bin.</param>
/// <param name="BackgroundCount">Expected events per bin before the fit, by background.</param>
/// <param name="ReferenceEdgesMeV">Edges of the reference spectrum, MeV.</param>
/// <param name="ReferenceYield">Reference spectrum, 1e-43 cm2 per MeV and fission.</param>
/// <param name="ReferenceCovariance">Its covariance, row by row.</param>
/// <param name="ReferenceSmearingFraction">Its additional smearing, row by row.</param>
/// <param name="PositronEnergiesMeV">Energies T + 1.022 MeV of the non-linearity, MeV.</param>
/// <param name="PositronRatio">Visible over true energy of positrons.</param>
/// <param name="Sources">Where the numbers come from.</param>
public sealed record PromptSpectrum(
    PromptSpectrumDocument Document,
    EnergyBins Bins,
    ImmutableArray<double> ObservedCount,
    ImmutableSortedDictionary<string, ImmutableArray<double>> BackgroundCount,
    ImmutableArray<double> ReferenceEdgesMeV,
    ImmutableArray<double> ReferenceYield,
    ImmutableArray<double> ReferenceCovariance,
    ImmutableArray<double> ReferenceSmearingFraction,
    ImmutableArray<double> PositronEnergiesMeV,
    ImmutableArray<double> PositronRatio,
    ImmutableArray<string> Sources);
