using System.Collections.Immutable;
using Isolux.Calibration.NonLinearity;

namespace Isolux.Calibration.DataSets;

/// <summary>A bias that moves several peaks together.</summary>
/// <param name="Name">What causes it.</param>
/// <param name="Source">Where its size comes from.</param>
/// <param name="Kind">Whether its sign is known.</param>
/// <param name="SizePercent">Shift of the measured ratio at full scale, percent, with its sign.</param>
/// <param name="DecayEnergyMeV">Where given, the shift falls as exp(-E / this), MeV.</param>
/// <param name="Peaks">Names of the peaks it moves; all where left out.</param>
public sealed record BiasDocument(
    string Name, string Source, BiasKind Kind, double SizePercent, double? DecayEnergyMeV = null, ImmutableArray<string>? Peaks = null);
