using System.Collections.Immutable;

namespace Isolux.Calibration.DataSets;

/// <summary>A beta-minus emitter.</summary>
/// <param name="Name">Name.</param>
/// <param name="Source">Where its decay scheme comes from.</param>
/// <param name="DaughterCharge">Charge number of the daughter.</param>
/// <param name="DaughterMassNumber">Mass number of the daughter.</param>
/// <param name="WeakMagnetismPerMeV">Slope of the shape factor 1 + a W, per MeV.</param>
/// <param name="Branches">Branches; their probabilities sum to 100 % within 0.5.</param>
public sealed record IsotopeDocument(
    string Name, string Source, int DaughterCharge, int DaughterMassNumber, double WeakMagnetismPerMeV, ImmutableArray<BranchDocument> Branches);
