namespace Isolux.Campaign.Planning;

/// <summary>In which order a system visits its points.</summary>
public enum RouteOrder
{
    /// <summary>The order behind the published times: down and up the axis, along the tube, and a short tour elsewhere.</summary>
    Declared,

    /// <summary>The shortest tour that a longer search finds.</summary>
    Shortest,
}
