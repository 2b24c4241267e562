namespace Isolux.Detector.Documents;

/// <summary>A source in the inventory of the calibration house.</summary>
/// <param name="Slot">Slot it belongs to.</param>
/// <param name="Tag">Identity that the systems read when it is parked; a positive number, unique.</param>
/// <param name="Custodian">Who is responsible for it.</param>
/// <param name="Source">Where the entry comes from.</param>
/// <param name="ActivityDate">Date of the activity.</param>
/// <param name="ActivityBq">Activity, Bq; left out for a source of light.</param>
/// <param name="LeakTest">Date of the last leak test; left out where there is nothing to leak.</param>
/// <param name="LeakTestValidDays">Days a leak test is valid.</param>
/// <param name="Assumption">True where nobody published the entry; reports list it.</param>
public sealed record StoredSourceDocument(
    string Slot,
    int Tag,
    string Custodian,
    string Source,
    MeasuredDate ActivityDate,
    Measured? ActivityBq = null,
    MeasuredDate? LeakTest = null,
    MeasuredCount? LeakTestValidDays = null,
    bool Assumption = false);
