namespace Isolux.Campaign.Devices;

/// <summary>A switch.</summary>
public enum SwitchState
{
    /// <summary>Nothing presses it.</summary>
    Open,

    /// <summary>Something presses it.</summary>
    Closed,
}
