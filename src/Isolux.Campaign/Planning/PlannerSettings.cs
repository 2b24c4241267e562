namespace Isolux.Campaign.Planning;

/// <summary>How a campaign is expanded. None of it is stated by the campaign itself.</summary>
public sealed record PlannerSettings
{
    /// <summary>Date on which the sources have decayed to their rates; null (default) for the reference date of each.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Order of the points; default the declared one, which the published times belong to.</summary>
    public RouteOrder Route { get; init; } = RouteOrder.Declared;
}
