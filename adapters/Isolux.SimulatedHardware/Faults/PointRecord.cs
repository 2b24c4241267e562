namespace Isolux.SimulatedHardware.Faults;

/// <summary>Whether the record of points is what was done.</summary>
public enum PointRecord
{
    /// <summary>Every step that took data is there once.</summary>
    Complete,

    /// <summary>A point is missing or there twice.</summary>
    LostOrDoubled,
}
