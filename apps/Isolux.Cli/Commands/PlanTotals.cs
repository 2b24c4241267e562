using Isolux.Campaign.Planning;

namespace Isolux.Cli.Commands;

/// <summary>Minutes of a whole program.</summary>
internal sealed record PlanTotals(int TravelMinutes, int DataMinutes, int TotalMinutes)
{
    public static PlanTotals Of(ExpandedPlan plan) => new(plan.TravelMinutes, plan.DataMinutes, plan.TotalMinutes);
}
