namespace Isolux.Simulation.Positioning;

/// <summary>Where a simulated signal came from.</summary>
public enum SignalOrigin
{
    /// <summary>Straight from the source.</summary>
    Direct,

    /// <summary>From a wall: an echo or a reflection.</summary>
    Reflected,
}
