using System.Collections.Immutable;
using Isolux.Quantities;

namespace Isolux.Strategy.Validation;

/// <summary>A flash of light in plain spheres as another code sees it; fractions of emitted photons unless said otherwise.</summary>
/// <param name="Position">Where the light is made.</param>
/// <param name="PhotonCount">Photons emitted.</param>
/// <param name="DetectedFraction">Fraction that arrives at the photosensors.</param>
/// <param name="AbsorbedFractions">Fraction absorbed in each shell, from the inside out.</param>
/// <param name="MeanTimeNs">Mean time from emission to arrival, ns.</param>
/// <param name="RmsTimeNs">Root mean square about it, ns.</param>
/// <param name="CosThetaFractions">Fractions of detected photons in equal bins of cos(theta) of the hit point.</param>
public sealed record OpticalReferenceRow(
    Position Position,
    double PhotonCount,
    double DetectedFraction,
    ImmutableArray<double> AbsorbedFractions,
    double MeanTimeNs,
    double RmsTimeNs,
    ImmutableArray<double> CosThetaFractions);
