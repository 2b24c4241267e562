using System.Collections.Immutable;
using Isolux.Detector.Documents;

namespace Isolux.Sensitivity.Data;

/// <summary>A measured prompt spectrum of reactor antineutrinos as a document.</summary>
/// <param name="FormatVersion">1.</param>
/// <param name="Name">Name.</param>
/// <param name="Summary">What it is, one sentence.</param>
/// <param name="Table">Table of bins in visible energy: columns lowEdgeMeV, highEdgeMeV, observed, and one per background (best-fit events).</param>
/// <param name="LiveDays">Live time, days.</param>
/// <param name="UnoscillatedPerDay">Events per day expected without oscillation, before the selection.</param>
/// <param name="UnoscillatedErrorPercent">Its error, percent, without that of the reference spectrum.</param>
/// <param name="SelectionEfficiency">Fraction selected.</param>
/// <param name="SelectionErrorPercent">Its error, percent.</param>
/// <param name="MatterDensityGPerCm3">Mean density between reactors and detector, g/cm3.</param>
/// <param name="MatterDensityErrorPercent">Its error, percent.</param>
/// <param name="EnergyScalePercent">Error of the whole energy scale, percent.</param>
/// <param name="Backgrounds">Rates before the fit, by the column of the table.</param>
/// <param name="Reference">Measured spectrum of another experiment that takes the place of calculated ones.</param>
/// <param name="PositronNonLinearity">Table of visible over true energy of positrons: columns energyMeV and ratio.</param>
/// <param name="Priors">Outside knowledge of parameters this spectrum does not determine.</param>
/// <param name="Published">Published results, compared with.</param>
public sealed record PromptSpectrumDocument(
    int FormatVersion,
    string Name,
    string Summary,
    string Table,
    Measured LiveDays,
    Measured UnoscillatedPerDay,
    Measured UnoscillatedErrorPercent,
    Measured SelectionEfficiency,
    Measured SelectionErrorPercent,
    Measured MatterDensityGPerCm3,
    Measured MatterDensityErrorPercent,
    Measured EnergyScalePercent,
    ImmutableSortedDictionary<string, PromptBackgroundDocument> Backgrounds,
    ReferenceSpectrumDocument Reference,
    string PositronNonLinearity,
    PromptPriorsDocument Priors,
    PromptResultDocument Published);
