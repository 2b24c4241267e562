using CsCheck;
using Isolux.Campaign.Kinematics;
using Isolux.Detector;
using Isolux.Detector.Deployment;
using Isolux.Quantities;
using Isolux.Storage.Documents;
using Xunit;

namespace Isolux.Tests.Deployment;

public sealed class KinematicsTests
{
    private static readonly DetectorDescription Juno = DetectorLoader.Load("juno", []);

    [Fact]
    public void Every_unit_returns_from_lengths_to_position()
    {
        foreach (DeploymentUnit unit in DeploymentUnit.Of(Juno).Where(unit => unit.FollowsCable))
        {
            double mostMm = unit.Kinematics is AxisKinematics ? 46_500.0 : 45_000.0;
            Gen.Double[0.0, mostMm].Sample(
                lengthMm =>
                {
                    Position position = unit.Kinematics.PositionAt(new CableLengths(lengthMm, 0.0));
                    Assert.True(unit.Kinematics.Admits(position));
                    Assert.Equal(lengthMm, unit.Kinematics.LengthsAt(position).FirstMm, 1e-6);
                },
                iter: 500,
                seed: "0N0XIzNsQ0O2",
                threads: 1);
            Assert.Equal(0.0, unit.Kinematics.LengthsAt(unit.Kinematics.Park).FirstMm, 1e-9);
        }
    }

    [Fact]
    public void The_arc_of_the_tube_is_41_metres()
    {
        // TIPP 2023 program: 50 min at 1 m/min with 9 min beside the tube.
        GuideTubeSystem tube = Juno.Systems.OfType<GuideTubeSystem>().Single();
        Assert.Equal(41_050.0, new GuideTubeKinematics(tube, tube.Drive!).ArcMm(tube.MaximumThetaRad), 20.0);
    }

    [Fact]
    public void Turns_of_a_spool_and_cable_paid_out_are_inverse()
    {
        CableSpool spool = new(Juno.Systems.OfType<AxisSystem>().Single().Drive!);
        Gen.Double[0.0, spool.FullLengthMm].Sample(l => Assert.Equal(l, spool.PaidOutMm(spool.Turns(l)), 1e-6), iter: 500, seed: "0N0XIzNsQ0O2", threads: 1);

        // The outer turn of a full drum is the longest: 2 pi sqrt(r^2 + d L / pi).
        double outerMm = Math.Tau * Math.Sqrt((100.0 * 100.0) + (1.0 * spool.FullLengthMm / Math.PI));
        Assert.Equal(outerMm, spool.PaidOutMm(0.5) * 2.0, 2.0);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(100.0)]
    [InlineData(29_000.0)]
    public void A_motion_ends_where_its_speed_adds_up_to(double distanceMm)
    {
        MotionProfile motion = new(distanceMm, 1000.0, 10.0);
        const int Steps = 200_000;
        double sumMm = 0.0;
        for (int i = 0; i < Steps; i++)
        {
            sumMm += motion.SpeedMmPerS((i + 0.5) * motion.DurationSeconds / Steps) * motion.DurationSeconds / Steps;
        }

        Assert.Equal(distanceMm, sumMm, 1e-6 * Math.Max(distanceMm, 1.0));
        Assert.Equal(distanceMm / 2, motion.CoveredMm(motion.DurationSeconds / 2), 1e-6 * Math.Max(distanceMm, 1.0));
        Assert.Equal(distanceMm, motion.CoveredMm(motion.DurationSeconds + 1.0));
    }

    [Fact]
    public void The_vehicle_goes_as_far_as_its_umbilical()
    {
        VehicleSystem vehicle = Juno.Systems.OfType<VehicleSystem>().Single();
        Assert.True(vehicle.CanReach(0.0, -17_500.0));
        Assert.True(vehicle.CanReach(12_000.0, 12_000.0));
        Assert.False(vehicle.CanReach(12_500.0, 12_500.0));
        Assert.False((vehicle with { UmbilicalLengthMm = 30_000.0 }).CanReach(0.0, -17_500.0));
        Assert.Equal(1.1 * 17_670.0, vehicle.UmbilicalAtMm(0.0, 0.0), 1e-6);
    }

    [Fact]
    public void Forbidden_regions_hold_for_every_unit()
    {
        AxisSystem axis = Juno.Systems.OfType<AxisSystem>().Single() with { Forbidden = [new ForbiddenRegion("ball", 0.0, 500.0, -500.0, 500.0)] };
        DeploymentUnit unit = new(0, "unit", axis, axis.Drive!, new AxisKinematics(axis, axis.Drive!));
        Assert.False(unit.Kinematics.Admits(Position.Centre));
        Assert.False(unit.AdmitsPath(new Position(0.0, 0.0, 2000.0), new Position(0.0, 0.0, -2000.0)));
        Assert.True(unit.AdmitsPath(unit.Kinematics.Park, new Position(0.0, 0.0, 2000.0)));
    }
}
