using System.Collections.Immutable;

namespace Isolux.Calibration.NonLinearity;

/// <summary>Visible over true energy of one kind of particle, with a 68 % band.</summary>
/// <param name="EnergiesMeV">Gamma energy, kinetic energy of an electron, or T + 1.022 MeV of a positron, MeV.</param>
/// <param name="Ratio">Best fit.</param>
/// <param name="LowRatio">Lower edge of the band.</param>
/// <param name="HighRatio">Upper edge of the band.</param>
public sealed record NonLinearityCurve(
    ImmutableArray<double> EnergiesMeV, ImmutableArray<double> Ratio, ImmutableArray<double> LowRatio, ImmutableArray<double> HighRatio);
