namespace Isolux.Detector.Deployment;

/// <summary>A source as the inventory of the calibration house knows it.</summary>
/// <param name="Source">Name of the source as the detector declares it.</param>
/// <param name="Slot">Slot it belongs to.</param>
/// <param name="Tag">Identity read by the systems when it is parked.</param>
/// <param name="ActivityBq">Activity at <paramref name="ActivityDate"/>, Bq; null for a source of light.</param>
/// <param name="ActivityDate">Date of the activity.</param>
/// <param name="Custodian">Who is responsible for it.</param>
/// <param name="LeakTest">Date of the last leak test; null where there is nothing to leak.</param>
/// <param name="LeakTestValidDays">Days a leak test is valid.</param>
public sealed record StoredSource(
    string Source,
    string Slot,
    int Tag,
    double? ActivityBq,
    DateOnly ActivityDate,
    string Custodian,
    DateOnly? LeakTest,
    int LeakTestValidDays)
{
    private const double SecondsPerDay = 86_400.0;

    /// <summary>Last day on which the leak test is valid; null where there is nothing to leak.</summary>
    public DateOnly? LeakTestValidUntil => LeakTest?.AddDays(LeakTestValidDays);

    /// <summary>Activity on a date, Bq; null for a source of light.</summary>
    /// <param name="date">The date.</param>
    /// <param name="halfLifeS">Half-life, s; null for what does not decay.</param>
    public double? ActivityBqAt(DateOnly date, double? halfLifeS) => halfLifeS is { } halfLife
        ? ActivityBq * Math.Pow(2.0, -(date.DayNumber - ActivityDate.DayNumber) * SecondsPerDay / halfLife)
        : ActivityBq;

    /// <summary>Whether it may leave its slot on a date.</summary>
    public bool MayBeUsedOn(DateOnly date) => LeakTest is not { } test || (date >= test && date.DayNumber - test.DayNumber <= LeakTestValidDays);
}
