using System.Collections.Immutable;

namespace Isolux.Detector.Deployment;

/// <summary>The clean room above the chimney where sources are stored and put on the systems.</summary>
/// <param name="Slots">Storage slots by name.</param>
/// <param name="Inventory">Sources it holds.</param>
/// <param name="Oxygen">Oxygen in the gas above the scintillator, ppm: suspended above, resumed below.</param>
/// <param name="Radon">Radon in the gas, mBq/m3: suspended above, resumed below.</param>
/// <param name="ExchangeMinutes">Time to take one source from its slot and fix it to a system, or back, min.</param>
public sealed record CalibrationHouse(
    ImmutableArray<string> Slots,
    ImmutableArray<StoredSource> Inventory,
    GasLimit Oxygen,
    GasLimit Radon,
    double ExchangeMinutes);
