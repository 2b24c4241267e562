namespace Isolux.Cli.Commands;

/// <summary>A source of <see cref="HouseReport"/>.</summary>
internal sealed record StoredSourceReport(
    string Slot, string Source, int Tag, string Custodian, double? ActivityBq, DateOnly? LeakTest, DateOnly? LeakTestValidUntil, bool MayBeUsed);
