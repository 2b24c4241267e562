using System.Collections.Immutable;
using CsCheck;
using Isolux.Campaign.Devices;
using Isolux.Campaign.Engine;
using Isolux.Campaign.Kinematics;
using Isolux.Campaign.Planning;
using Isolux.Detector.Deployment;
using Isolux.Quantities;
using Isolux.SimulatedHardware;
using Isolux.SimulatedHardware.Faults;
using Isolux.Storage.Campaigns;
using Xunit;
using FaultOutcome = Isolux.SimulatedHardware.Faults.FaultOutcome;

namespace Isolux.Tests.Deployment;

/// <summary>The vehicle: where it may go, how it is found, and that it comes home whatever happens.</summary>
public sealed class VehicleTests
{
    private static readonly DateTimeOffset Start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DeploymentUnit Vehicle = SmallCampaign.Units.Single(unit => unit.Swims);

    [Fact]
    public void Between_entrance_and_wall_the_umbilical_bounds_how_far_it_can_be()
    {
        Gen.Select(Gen.Double[-17_500.0, 17_500.0], Gen.Double[-17_500.0, 17_500.0], Gen.Double[-17_500.0, 17_400.0])
            .Select(t => new Position(t.Item1, t.Item2, t.Item3))
            .Where(position => position.RadiusMm <= 17_500.0)
            .Sample(
                position =>
                {
                    double outMm = Vehicle.Kinematics.LengthsAt(position).FirstMm - Vehicle.Drive.ParkPathMm;
                    Assert.Equal(1.1 * position.DistanceToMm(Vehicle.Kinematics.Entrance), outMm, 1e-6);
                    Assert.True(Vehicle.Kinematics.Admits(position));
                    Assert.Equal(outMm + Vehicle.Drive.ParkPathMm, Vehicle.Kinematics.LengthsAt(Vehicle.Kinematics.PositionAt(new CableLengths(outMm + Vehicle.Drive.ParkPathMm, 0.0))).FirstMm, 1e-6);
                },
                iter: 500,
                seed: "0N0XIzNsQ0O2",
                threads: 1);
        Assert.False(Vehicle.Kinematics.Admits(new Position(0.0, 17_600.0, 0.0)));
        Assert.Equal(0.0, Vehicle.Kinematics.LengthsAt(Vehicle.Kinematics.Park).FirstMm, 1e-9);
    }

    [Fact]
    public void The_declared_campaign_visits_every_azimuth_and_comes_home()
    {
        ExpandedPlan plan = LoopAssignment.Apply(CampaignPlanner.Expand(CampaignFile.Read(CampaignCatalogue.Find("azimuth")), SmallCampaign.Detector), SmallCampaign.Units);
        Assert.Equal(8, plan.Steps.Where(step => step.Kind == StepKind.TakeData).Select(step => Math.Round(step.Position.PhiRad, 3)).Distinct().Count());
        var journal = new MemoryJournal();
        var site = new SimulatedSite(SmallCampaign.Detector, 1, [], Start);
        Assert.Equal(EngineOutcome.Completed, new RunEngine(plan, SmallCampaign.Detector, site, journal, UninterruptedOperator.Instance).Run());
        Assert.Equal(plan.Steps.Count(step => step.Kind == StepKind.TakeData), journal.Points.Count);
        foreach (PointEvent point in journal.Points)
        {
            // The recorded place is a median of seven fixes with 10 mm each, and so is what the vehicle went by.
            PlanStep step = plan.Steps[point.Step - 1];
            Assert.InRange(step.Position.DistanceToMm(new Position(point.XMm, point.YMm, point.ZMm)), 0.0, 60.0);
        }
    }

    [Fact]
    public void Without_ultrasound_it_swims_nowhere_but_its_umbilical_brings_it_home()
    {
        ImmutableArray<Fault> faults = [new(FaultKind.UltrasonicOutliers, 0, 30.0, 1000.0, 0.0)];
        var site = new SimulatedSite(SmallCampaign.Detector, 1, faults, Start);
        Position place = new(0.0, 5_000.0, 15_000.0);
        Send(DeviceCommandKind.Move, Vehicle.Kinematics.Entrance);
        Pass(12.0);
        Send(DeviceCommandKind.Move, place);
        Pass(8.0);
        Assert.InRange(site.Truth(Vehicle.Index).Position.DistanceToMm(place), 0.0, 60.0);
        Pass(15.0);
        Assert.Equal(PositionKnowledge.Unknown, site.Read(Vehicle.Index)!.Value.Knowledge);
        Assert.NotEqual(CommandReply.Accepted, Command(DeviceCommandKind.Move, Vehicle.Kinematics.Entrance));
        Send(DeviceCommandKind.Retrieve, Vehicle.Kinematics.Park);
        Pass(30.0);
        Assert.False(site.Truth(Vehicle.Index).IsOut);

        void Send(DeviceCommandKind kind, Position target) => Assert.Equal(CommandReply.Accepted, Command(kind, target));

        CommandReply Command(DeviceCommandKind kind, Position target) => site.Send(new DeviceCommand(kind, Vehicle.Index, target));

        void Pass(double minutes)
        {
            for (double leftS = 60.0 * minutes; leftS > 0.0; leftS -= 10.0)
            {
                site.Wait(TimeSpan.FromSeconds(10.0));
                site.Read(Vehicle.Index);
            }
        }
    }

    [Fact]
    public void A_lost_place_ends_the_campaign_with_the_vehicle_in_storage()
    {
        FaultOutcome outcome = Run(Interlocks.All, new Fault(FaultKind.UltrasonicOutliers, 0, 28.0, 300.0, 0.0));
        Assert.Equal(EngineOutcome.Aborted, outcome.Outcome);
        Assert.Null(outcome.Broken);
        Assert.Equal(Invariant.KnownPosition, Run(Interlocks.All & ~Interlocks.KnownPosition, new Fault(FaultKind.UltrasonicOutliers, 0, 27.0, 300.0, 0.0)).Broken);
    }

    [Fact]
    public void A_drum_that_slips_is_told_by_the_wheel_where_ultrasound_cannot()
    {
        // Seed 1710 of the campaign of faults: ultrasound agrees with either length of a slack umbilical.
        FaultOutcome outcome = Run(Interlocks.All, new Fault(FaultKind.SlippedCable, Vehicle.Index, 28.47605833184988, 0.0, 218.4983841119153));
        Assert.Null(outcome.Broken);
        Assert.Equal(EngineOutcome.Completed, outcome.Outcome);
    }

    private static FaultOutcome Run(Interlocks interlocks, Fault fault) => new FaultCampaign(SmallCampaign.VehicleAndAxis, SmallCampaign.Detector, interlocks).Run(1, [fault]);

    private sealed class MemoryJournal : IRunJournal
    {
        public List<PointEvent> Points { get; } = [];

        public Checkpoint? Load() => null;

        public void Save(Checkpoint checkpoint, ImmutableArray<RunDocument> documents) => Points.AddRange(documents.OfType<PointEvent>());
    }
}
