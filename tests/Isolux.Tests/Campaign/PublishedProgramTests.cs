using System.Runtime.CompilerServices;
using Isolux.Campaign.Documents;
using Isolux.Campaign.Interpreters;
using Isolux.Campaign.Planning;
using Isolux.Storage.Campaigns;
using Xunit;

namespace Isolux.Tests.Campaign;

/// <summary>
/// The tables of the published programs (strategy for precise calibration in JUNO, TIPP 2023): points / travel / data minutes, to be met exactly.
/// </summary>
public sealed class PublishedProgramTests
{
    [Theory]
    [InlineData("comprehensive", "Am-C", 250, 680, 1262)]
    [InlineData("comprehensive", "Am-Be", 1, 58, 17)]
    [InlineData("comprehensive", "laser", 10, 58, 333)]
    [InlineData("comprehensive", "68Ge", 1, 58, 17)]
    [InlineData("comprehensive", "137Cs", 1, 58, 17)]
    [InlineData("comprehensive", "54Mn", 1, 58, 17)]
    [InlineData("comprehensive", "60Co", 1, 58, 17)]
    [InlineData("comprehensive", "40K", 1, 58, 100)]
    [InlineData("weekly", "Am-C", 5, 58, 5)]
    [InlineData("weekly", "laser", 10, 58, 20)]
    [InlineData("monthly", "ACU Am-C", 27, 93, 27)]
    [InlineData("monthly", "ACU laser", 27, 93, 54)]
    [InlineData("monthly", "CLS Am-C", 40, 293, 40)]
    [InlineData("monthly", "GT Am-C", 23, 50, 23)]
    public void A_row_costs_what_was_published(string campaign, string name, int points, int travelMinutes, int dataMinutes)
    {
        PlanRow row = Assert.Single(Plan(campaign).Rows, r => r.Name == name);
        Assert.Equal((points, travelMinutes, dataMinutes), (row.Points, row.TravelMinutes, row.DataMinutes));
        Assert.Equal(row.Systems.All(s => s == "ACU") ? TravelBasis.Derived : TravelBasis.Fitted, row.Basis);
    }

    [Theory]
    [InlineData("comprehensive", 1086, 1780, 2866)]
    [InlineData("weekly", 116, 25, 141)]
    [InlineData("monthly", 529, 144, 673)]
    public void A_program_costs_what_was_published(string campaign, int travelMinutes, int dataMinutes, int totalMinutes)
    {
        ExpandedPlan plan = Plan(campaign);
        Assert.Equal((travelMinutes, dataMinutes, totalMinutes), (plan.TravelMinutes, plan.DataMinutes, plan.TotalMinutes));
        Assert.Equal($"{totalMinutes}", PlanTable.Of(plan).Rows[^1][5]);
    }

    [Theory]
    [InlineData("comprehensive")]
    [InlineData("weekly")]
    [InlineData("monthly")]
    public void A_plan_keeps_the_rules_and_its_digest(string campaign)
    {
        ExpandedPlan plan = Plan(campaign);
        Assert.Empty(PlanLimits.Check(plan, SurveyedDetector.Create()));
        Assert.Equal(plan.Digest, Plan(campaign).Digest);
        Assert.NotEqual(plan.Digest, (plan with { Steps = plan.Steps.RemoveAt(1) }).Digest);
    }

    [Fact]
    public void The_comprehensive_neutron_points_carry_their_statistics()
    {
        var points = Plan("comprehensive").PointsOf("AmC");
        Assert.Equal(250, points.Length);
        Assert.Equal((27, 200, 23), (points.Count(p => p.System == "ACU"), points.Count(p => p.System == "CLS"), points.Count(p => p.System == "GTCS")));
        CalibrationPoint centre = Assert.Single(points, p => p.Position.RadiusMm < 1.0);
        Assert.Equal(100_000, centre.Events);
        Assert.All(points.Where(p => p != centre), p => Assert.Equal((30_000, 5.0), (p.Events, p.DataMinutes)));
    }

    [Fact]
    public void The_monthly_points_are_the_greedy_choice_and_one_speed_explains_both_cable_times()
    {
        var all = Read("comprehensive").Tables["points/comprehensive.csv"];
        var monthly = Read("monthly").Tables["points/monthly.csv"];
        Assert.Equal(
            SpaceFillingSelection.Choose([.. all.Where(p => p.System == "CLS")], [.. all.Where(p => p.System != "CLS")], 40),
            monthly.Where(p => p.System == "CLS"));

        // One speed for both tours meets both published times: tours of 238.8 and 130.3 m (computed independently in Python) at 0.4446 m/min.
        Assert.Equal(Read("monthly").Document.Rows[2].Legs[0].Travel, Read("comprehensive").Document.Rows[0].Legs[1].Travel);
        Assert.Equal(537.03, CableMinutes("comprehensive"), 0.01);
        Assert.Equal(293.12, CableMinutes("monthly"), 0.01);
    }

    private static double CableMinutes(string campaign) => Plan(campaign).Steps.Where(s => s.System == "CLS").Sum(s => s.TravelMinutes);

    private static CampaignSpecification Read(string campaign) => CampaignFile.Read(Path.Combine(Campaigns(), campaign + ".json"));

    private static ExpandedPlan Plan(string campaign) => CampaignPlanner.Expand(Read(campaign), SurveyedDetector.Create());

    private static string Campaigns([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "..", "campaigns"));
}
