namespace Isolux.Campaign.Positioning;

/// <summary>Whether one measure entered a position.</summary>
public enum MeasureUse
{
    /// <summary>It agrees with the others and entered.</summary>
    Used,

    /// <summary>It disagrees and was left out.</summary>
    Rejected,
}
