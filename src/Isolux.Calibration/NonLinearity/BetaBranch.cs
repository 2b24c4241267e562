using System.Collections.Immutable;

namespace Isolux.Calibration.NonLinearity;

/// <summary>A branch of a beta decay.</summary>
/// <param name="Fraction">Share of the decays.</param>
/// <param name="EndpointMeV">Largest kinetic energy of the electron, MeV.</param>
/// <param name="GammaEnergiesMeV">Gammas of the daughter, MeV.</param>
/// <param name="ChargedVisibleMeV">Visible energy of heavy particles of the daughter, MeV.</param>
public sealed record BetaBranch(double Fraction, double EndpointMeV, ImmutableArray<double> GammaEnergiesMeV, double ChargedVisibleMeV);
