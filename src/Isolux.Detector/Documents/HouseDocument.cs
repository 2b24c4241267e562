using System.Collections.Immutable;

namespace Isolux.Detector.Documents;

/// <summary>The calibration house: storage of sources and conditions of its gas.</summary>
/// <param name="MaximumOxygenPpm">Oxygen above which work is suspended, ppm.</param>
/// <param name="MaximumRadonMBqPerM3">Radon above which work is suspended, mBq/m3.</param>
/// <param name="ReleaseFraction">Work resumes below this fraction of a limit.</param>
/// <param name="ExchangeMinutes">Time to take a source from its slot and fix it to a system, min.</param>
/// <param name="Slots">Names of the storage slots.</param>
/// <param name="Inventory">Sources by name.</param>
public sealed record HouseDocument(
    Measured MaximumOxygenPpm,
    Measured MaximumRadonMBqPerM3,
    Measured ReleaseFraction,
    Measured ExchangeMinutes,
    ImmutableArray<string> Slots,
    ImmutableSortedDictionary<string, StoredSourceDocument> Inventory);
