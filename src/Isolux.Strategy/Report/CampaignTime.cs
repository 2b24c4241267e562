namespace Isolux.Strategy.Report;

/// <summary>Time one part of a campaign takes.</summary>
/// <param name="Part">System and source.</param>
/// <param name="Points">Points visited.</param>
/// <param name="TravelMinutes">Time spent moving, min.</param>
/// <param name="DataMinutes">Time spent taking data, min.</param>
/// <param name="Basis">How the times were obtained: derived, fitted or published.</param>
public sealed record CampaignTime(string Part, int Points, double TravelMinutes, double DataMinutes, string Basis);
