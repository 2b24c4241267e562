using System.Collections.Immutable;
using Isolux.Campaign.Documents;
using Isolux.Campaign.Interpreters;
using Isolux.Campaign.Planning;
using Isolux.Detector;
using Xunit;

namespace Isolux.Tests.Campaign;

public sealed class CampaignPlannerTests
{
    private static readonly CampaignLeg CentreLeg = new("ACU", Points: [new DeclaredPoint(0.0, 0.0)], EventsPerPoint: 6000);

    [Fact]
    public void A_deployment_goes_in_takes_data_and_comes_out()
    {
        ExpandedPlan plan = Expand(new CampaignRow("row", "AmC", [CentreLeg]));
        Assert.Equal([StepKind.Deploy, StepKind.TakeData, StepKind.Retract], plan.Steps.Select(s => s.Kind));
        Assert.Equal([29.0, 0.0, 29.0], plan.Steps.Select(s => s.TravelMinutes));
        Assert.Equal((1.0, 6000), (plan.Steps[1].DataMinutes, plan.Steps[1].Events));
    }

    [Fact]
    public void All_faults_of_meaning_come_at_once()
    {
        CampaignRow row = new("row", "Ra226",
        [
            CentreLeg with { System = "crane" },
            CentreLeg with { EventsPerPoint = -1 },
            CentreLeg with { MinutesPerPoint = 1.0 },
            CentreLeg with { Points = [new DeclaredPoint(0.0, 17.6)] },
            new CampaignLeg("CLS", Points: [new DeclaredPoint(17.0, 0.0)], MinutesPerPoint: double.NaN),
            CentreLeg with { Exceptions = [new PointException(0.0, 3.0, 10, "none")] },
        ]);
        InvalidSpecificationException refusal = Assert.Throws<InvalidSpecificationException>(() => Expand(row));
        Assert.Equal(
            [
                "$.rows[0].source", "$.rows[0].legs[0].system", "$.rows[0].legs[1].eventsPerPoint", "$.rows[0].legs[2]", "$.rows[0].legs[3].points[0]",
                "$.rows[0].legs[4].minutesPerPoint", "$.rows[0].legs[4].points[0]", "$.rows[0].legs[5].exceptions[0]",
            ],
            refusal.Faults.Select(f => f.Path));
    }

    [Fact]
    public void The_guide_tube_reaches_its_own_radius_and_no_other()
    {
        CampaignLeg tube = new("GTCS", Points: [new DeclaredPoint(17.82, 0.0)], MinutesPerPoint: 1.0);
        Assert.Single(Expand(new CampaignRow("row", "AmC", [tube])).Rows);
        CampaignLeg inside = tube with { Points = [new DeclaredPoint(17.0, 0.0)] };
        Assert.Throws<InvalidSpecificationException>(() => Expand(new CampaignRow("row", "AmC", [inside])));
    }

    [Fact]
    public void Two_sources_at_once_are_a_violation()
    {
        ExpandedPlan plan = Expand(new CampaignRow("row", "AmC", [CentreLeg, CentreLeg]));
        ImmutableArray<string> violations = PlanLimits.Check(plan with { Steps = plan.Steps.RemoveAt(2) }, SurveyedDetector.Create());
        Assert.Contains("still in the detector", Assert.Single(violations), StringComparison.Ordinal);
        Assert.NotEmpty(PlanLimits.Check(plan with { Steps = plan.Steps.RemoveAt(5) }, SurveyedDetector.Create()));
    }

    private static ExpandedPlan Expand(CampaignRow row) => CampaignPlanner.Expand(
        new CampaignSpecification("test.json", new CampaignDocument(1, "test", "none", 1, [row]), ImmutableDictionary<string, ImmutableArray<SurveyPoint>>.Empty),
        SurveyedDetector.Create());
}
