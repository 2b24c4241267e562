using System.Collections.Immutable;
using Isolux.Campaign.Documents;

namespace Isolux.Campaign.Planning;

/// <summary>Finds the points of a leg, listed in place or in a table.</summary>
internal static class LegPoints
{
    private const double ToleranceM = 1e-6;

    public static ImmutableArray<DeclaredPoint> Of(CampaignLeg leg, CampaignSpecification specification)
    {
        if (leg.Points is { } listed)
        {
            return listed;
        }

        return leg.Table is { } table && specification.Tables.TryGetValue(table, out ImmutableArray<SurveyPoint> rows)
            ? [.. rows.Where(row => row.System == leg.System).Select(row => new DeclaredPoint(row.RhoM, row.ZM))]
            : [];
    }

    public static bool Coincide(double rhoM, double zM, double otherRhoM, double otherZM) =>
        Math.Abs(rhoM - otherRhoM) < ToleranceM && Math.Abs(zM - otherZM) < ToleranceM;
}
