using System.Collections.Immutable;
using Isolux.Detector.Deployment;
using Isolux.Detector.Documents;
using Isolux.Detector.Sources;

namespace Isolux.Detector.Building;

/// <summary>Builds the calibration house: every source in a slot of its own and with an identity of its own.</summary>
internal sealed class HouseBuilder(SpecificationReader reader)
{
    private const int DefaultLeakTestDays = 365;

    public CalibrationHouse? Build(HouseDocument? document, ImmutableArray<CalibrationSource> sources)
    {
        if (document is null)
        {
            return null;
        }

        double release = reader.Within(document.ReleaseFraction, "$.house.releaseFraction", 0.0, 1.0);
        ImmutableArray<StoredSource> inventory = [.. document.Inventory.Select(entry => Build(entry.Key, entry.Value, document, sources))];
        RequireUnique(inventory, source => source.Slot, "two sources share slot");
        RequireUnique(inventory, source => source.Tag, "two sources share tag");
        return new CalibrationHouse(
            document.Slots,
            inventory,
            new GasLimit(reader.Positive(document.MaximumOxygenPpm, "$.house.maximumOxygenPpm"), release),
            new GasLimit(reader.Positive(document.MaximumRadonMBqPerM3, "$.house.maximumRadonMBqPerM3"), release),
            reader.NonNegative(document.ExchangeMinutes, "$.house.exchangeMinutes"));
    }

    private StoredSource Build(string name, StoredSourceDocument stored, HouseDocument house, ImmutableArray<CalibrationSource> sources)
    {
        string path = "$.house.inventory." + name;
        reader.RequireSource(stored.Source, path);
        if (sources.All(source => source.Name != name))
        {
            reader.Fault(path, null, "the detector declares no source of this name", "declare it under 'sources' or remove it here");
        }

        if (!house.Slots.Contains(stored.Slot))
        {
            reader.Fault(path + ".slot", $"\"{stored.Slot}\"", "the house has no such slot", "use one of " + string.Join(", ", house.Slots));
        }

        if (stored.Tag <= 0)
        {
            reader.Fault(path + ".tag", FormattableString.Invariant($"{stored.Tag}"), "a tag is a positive number", "correct it");
        }

        return new StoredSource(
            name,
            stored.Slot,
            stored.Tag,
            stored.ActivityBq is { } activity ? reader.Positive(activity, path + ".activityBq") : null,
            stored.ActivityDate.Value,
            stored.Custodian,
            stored.LeakTest?.Value,
            stored.LeakTestValidDays is { } days ? reader.Positive(days, path + ".leakTestValidDays") : DefaultLeakTestDays);
    }

    private void RequireUnique<T>(ImmutableArray<StoredSource> inventory, Func<StoredSource, T> key, string problem)
    {
        foreach (IGrouping<T, StoredSource> shared in inventory.GroupBy(key).Where(group => group.Count() > 1))
        {
            reader.Fault("$.house.inventory", $"{shared.Key}", $"{problem}: {string.Join(", ", shared.Select(source => source.Source))}", "give each its own");
        }
    }
}
