namespace Isolux.Strategy.Summary;

/// <summary>Size of the campaign.</summary>
/// <param name="Steps">Steps of the expanded plan.</param>
/// <param name="TravelMinutes">Time spent moving sources, min.</param>
/// <param name="DataMinutes">Time spent taking data, min.</param>
public sealed record CampaignSummary(int Steps, double TravelMinutes, double DataMinutes);
