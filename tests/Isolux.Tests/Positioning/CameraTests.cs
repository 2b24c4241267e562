using System.Collections.Immutable;
using Isolux.Campaign.Positioning;
using Isolux.Detector.Positioning;
using Isolux.Quantities;
using Isolux.Simulation.Positioning;
using Isolux.Strategy.Positioning;
using Isolux.Testing;
using Xunit;

namespace Isolux.Tests.Positioning;

public sealed class CameraTests
{
    private static readonly CameraArray s_array = PositioningToys.Juno.Positioning!.Cameras!;

    [Fact]
    public void A_spot_lies_on_the_ray_to_its_place()
    {
        PinholeCamera camera = new(s_array.Cameras[0].Position, [5_480, 15_000, 7_460, 0.01, -0.02, 0.03, 1_090, -0.021, 0.0018]);
        Position place = new(-4_000, 300, -11_000);
        (double u, double v) = camera.Project(place);
        (Position pupil, Position direction) = camera.RayOf(u, v)!.Value;
        Position way = place - pupil;
        double along = (way.XMm * direction.XMm) + (way.YMm * direction.YMm) + (way.ZMm * direction.ZMm);
        Assert.True(way.DistanceToMm(new Position(along * direction.XMm, along * direction.YMm, along * direction.ZMm)) < 1e-4);
        Assert.Equal(1.0, direction.RadiusMm, 1e-12);
    }

    [Fact]
    public void A_nominal_camera_sees_the_centre_in_the_middle_and_up_as_up()
    {
        PinholeCamera camera = new(s_array.Cameras[0].Position, [s_array.Cameras[0].Position.XMm, s_array.Cameras[0].Position.YMm, s_array.Cameras[0].Position.ZMm, 0, 0, 0, 1_100, 0, 0]);
        (double u, double v) = camera.Project(Position.Centre);
        Assert.Equal(0.0, u, 1e-9);
        Assert.Equal(0.0, v, 1e-9);
        Assert.True(camera.Project(new Position(0, 0, 1_000)).VPx < -10.0);
        Assert.True(double.IsNaN(camera.Project(s_array.Cameras[0].Position + s_array.Cameras[0].Position).UPx));
    }

    [Fact]
    public void Calibration_recovers_simulated_cameras_with_pulls_of_one()
    {
        // The simulator has its own optics (azimuth, elevation, roll); 40 campaigns, four cameras. False alarm 1 %.
        List<double> chi2Pulls = [];
        List<double> misses = [];
        for (uint campaign = 0; campaign < 40; campaign++)
        {
            PositioningCampaign simulated = new(PositioningToys.Juno, new PositioningCase(), 11, campaign);
            Assert.Equal(4, simulated.Calibrated.Length);
            chi2Pulls.AddRange(simulated.Calibrated.Select(camera => (camera.Chi2 - camera.DegreesOfFreedom) / Math.Sqrt(2.0 * camera.DegreesOfFreedom)));
            misses.AddRange(simulated.Calibrated.Select(camera => (double)camera.Rejected.Length));
        }

        StatisticalAssert.PullsAreStandard([.. chi2Pulls], 0.01);
        Assert.True(misses.Sum() <= 2);
    }

    [Fact]
    public void A_wrong_target_is_left_out_of_a_calibration()
    {
        PositioningCampaign simulated = new(PositioningToys.Juno, new PositioningCase(), 11, 0);
        ImmutableArray<CameraTarget> targets = simulated.Targets.SetItem(3, simulated.Targets[3] with { Position = simulated.Targets[3].Position + new Position(0, 400, 0) });
        CalibratedCamera camera = new CameraCalibrator(s_array).Calibrate("C1", targets)!;
        Assert.Equal([targets[3].Name], camera.Rejected);
    }

    [Fact]
    public void A_reflection_is_left_out_and_two_cameras_are_not_enough()
    {
        PositioningCampaign simulated = new(PositioningToys.Juno, new PositioningCase(), 11, 0);
        CameraSimulator cameras = new(s_array, new CameraTruth { FalseSpotProbability = 0.0 }, 11, 0);
        Position source = new(9_000, 0, -6_000);
        CameraSpot[] spots = [.. cameras.See(source, 5).Select(spot => new CameraSpot(spot.Camera, spot.UPx, spot.VPx))];
        CameraLocator locator = new(s_array, simulated.Calibrated);
        spots[1] = spots[1] with { UPx = spots[1].UPx + 60.0 };
        CameraFix fix = locator.Locate([.. spots]);
        Assert.True(fix.Fix!.Position.DistanceToMm(source) < 50.0);
        Assert.Equal([spots[1].Camera], fix.Residuals.Where(residual => residual.Use == MeasureUse.Rejected).Select(residual => residual.Camera));
        spots[2] = spots[2] with { VPx = spots[2].VPx - 60.0 };
        Assert.Equal("no 3 of 4 calibrated cameras agree on a place", locator.Locate([.. spots]).RefusedBecause);
    }
}
