using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Detector.Deployment;

namespace Isolux.Cli.Commands;

/// <summary>What <c>isolux show house --json</c> prints.</summary>
internal sealed record HouseReport(
    int FormatVersion,
    string Detector,
    DateOnly Date,
    double MaximumOxygenPpm,
    double MaximumRadonMBqPerM3,
    double ReleaseFraction,
    double ExchangeMinutes,
    ImmutableArray<string> FreeSlots,
    ImmutableArray<StoredSourceReport> Inventory)
{
    public static HouseReport Of(DetectorDescription detector, CalibrationHouse house, DateOnly date) => new(
        1,
        detector.Name,
        date,
        house.Oxygen.Maximum,
        house.Radon.Maximum,
        house.Oxygen.ReleaseFraction,
        house.ExchangeMinutes,
        [.. house.Slots.Except(house.Inventory.Select(stored => stored.Slot))],
        [
            .. house.Inventory.OrderBy(stored => house.Slots.IndexOf(stored.Slot)).Select(stored => new StoredSourceReport(
                stored.Slot,
                stored.Source,
                stored.Tag,
                stored.Custodian,
                stored.ActivityBqAt(date, detector.Sources.Single(source => source.Name == stored.Source).HalfLifeS),
                stored.LeakTest,
                stored.LeakTestValidUntil,
                stored.MayBeUsedOn(date))),
        ]);
}
