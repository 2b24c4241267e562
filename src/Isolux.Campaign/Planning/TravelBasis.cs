namespace Isolux.Campaign.Planning;

/// <summary>Where a travel time comes from, the firmest first.</summary>
public enum TravelBasis
{
    /// <summary>Geometry and declared speed.</summary>
    Derived,

    /// <summary>An overhead or speed fitted to published times.</summary>
    Fitted,

    /// <summary>The published time itself.</summary>
    Published,
}
