using System.Collections.Immutable;

namespace Isolux.Calibration.DataSets;

/// <summary>A branch of a beta decay.</summary>
/// <param name="ProbabilityPercent">Share of the decays, percent.</param>
/// <param name="EndpointMeV">Endpoint, MeV.</param>
/// <param name="GammaEnergiesMeV">Gammas of the daughter, MeV.</param>
/// <param name="ChargedVisibleMeV">Visible energy of heavy particles of the daughter, MeV.</param>
public sealed record BranchDocument(double ProbabilityPercent, double EndpointMeV, ImmutableArray<double> GammaEnergiesMeV, double ChargedVisibleMeV);
