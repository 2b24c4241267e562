namespace Isolux.Campaign.Devices;

/// <summary>Whether a unit knows how much cable is out.</summary>
public enum PositionKnowledge
{
    /// <summary>It does not: no motion.</summary>
    Unknown,

    /// <summary>Two measurements agree.</summary>
    Known,
}
