using System.Collections.Immutable;

namespace Isolux.Calibration.DataSets;

/// <summary>A published curve with its band.</summary>
/// <param name="EnergiesMeV">Energies, MeV.</param>
/// <param name="Ratio">Visible over true energy.</param>
/// <param name="LowRatio">Lower edge of the band; the curve itself where no band is given.</param>
/// <param name="HighRatio">Upper edge of the band.</param>
public sealed record PublishedCurve(
    ImmutableArray<double> EnergiesMeV, ImmutableArray<double> Ratio, ImmutableArray<double> LowRatio, ImmutableArray<double> HighRatio);
