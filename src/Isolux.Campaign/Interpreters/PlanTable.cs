using System.Collections.Immutable;
using Isolux.Campaign.Planning;

namespace Isolux.Campaign.Interpreters;

/// <summary>The printing interpreter: a plan as rows of text, the total last.</summary>
/// <param name="Columns">Column headings with units.</param>
/// <param name="Rows">One array of cells per row.</param>
public sealed record PlanTable(ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <summary>The table of a plan.</summary>
    public static PlanTable Of(ExpandedPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new PlanTable(
            ["source", "systems", "points", "travel [min]", "data [min]", "total [min]", "basis"],
            [
                .. plan.Rows.Select(row => ImmutableArray.Create(
                    row.Name,
                    string.Join(" + ", row.Systems),
                    $"{row.Points}",
                    $"{row.TravelMinutes}",
                    $"{row.DataMinutes}",
                    $"{row.TotalMinutes}",
                    row.Basis switch
                    {
                        TravelBasis.Derived => "derived",
                        TravelBasis.Fitted => "fitted",
                        _ => "published",
                    })),
                ["total", string.Empty, $"{plan.Rows.Sum(row => row.Points)}", $"{plan.TravelMinutes}", $"{plan.DataMinutes}", $"{plan.TotalMinutes}", string.Empty],
            ]);
    }
}
