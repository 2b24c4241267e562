using Isolux.Campaign.Kinematics;
using Isolux.Campaign.Positioning;
using Isolux.Numerics.Fitting;
using Isolux.Quantities;
using Xunit;

namespace Isolux.Tests.Positioning;

public sealed class PositionFusionTests
{
    private static readonly CableLoopKinematics s_loop =
        (CableLoopKinematics)DeploymentUnit.Of(PositioningToys.Juno).First(unit => unit.Kinematics is CableLoopKinematics).Kinematics;

    private static readonly Position s_source = s_loop.InPlane(8_000, -4_000);
    private static readonly PositionFusion s_fusion = new(PositioningToys.Juno.Positioning!.Cables!);
    private static readonly CableReading s_cables = new(s_loop, s_loop.LengthsAt(s_source));

    [Fact]
    public void Two_fixes_and_cables_weigh_by_their_errors()
    {
        // Along y the cables know 30 mm, the fixes 10 and 20 mm: the mean of 0, 12 and 24 mm by inverse variances.
        FusedPosition fused = s_fusion.Fuse(Fix(s_source + new Position(0, 12, 0), 10), Fix(s_source + new Position(0, 24, 0), 20), s_cables);
        double weights = (1.0 / 100) + (1.0 / 400) + (1.0 / 900);
        Assert.Equal(FusionVerdict.Agree, fused.Verdict);
        Assert.Equal(((12.0 / 100) + (24.0 / 400)) / weights, fused.Fix!.Position.YMm, 1e-3);
        Assert.Equal(Math.Sqrt(1.0 / weights), fused.Fix.Covariance.Error(1), 1e-3);
        Assert.Equal(6, fused.Fix.DegreesOfFreedom);
    }

    [Fact]
    public void Cables_alone_give_the_point_of_the_kinematics()
    {
        FusedPosition fused = s_fusion.Fuse(null, null, s_cables);
        Assert.Equal(FusionVerdict.NotTested, fused.Verdict);
        Assert.True(fused.Fix!.Position.DistanceToMm(s_source) < 0.1);
    }

    [Theory]
    [InlineData(0.0, 250.0)]
    [InlineData(250.0, 0.0)]
    public void A_slipped_cable_is_flagged_and_its_slip_measured(double centralMm, double sideMm)
    {
        CableReading slipped = s_cables with { Lengths = s_cables.Lengths + new CableLengths(centralMm, sideMm) };
        FusedPosition fused = s_fusion.Fuse(Fix(s_source, 10), Fix(s_source, 10), slipped);
        Assert.Equal(FusionVerdict.CablesSlipped, fused.Verdict);
        Assert.True(fused.Fix!.Position.DistanceToMm(s_source) < 1.0);
        Assert.InRange(fused.Central!.DifferenceMm - centralMm, -1.0, 1.0);
        Assert.InRange(fused.Side!.DifferenceMm - sideMm, -1.0, 1.0);
        Assert.InRange(fused.Side.ErrorMm, 20.0, 25.0);
    }

    [Fact]
    public void A_wrong_fix_is_outvoted_by_the_rest()
    {
        Position wrong = s_source + new Position(300, 0, 200);
        Assert.Equal(FusionVerdict.UltrasoundWrong, s_fusion.Fuse(Fix(wrong, 10), Fix(s_source, 10), s_cables).Verdict);
        Assert.Equal(FusionVerdict.CamerasWrong, s_fusion.Fuse(Fix(s_source, 10), Fix(wrong, 10), s_cables).Verdict);
        FusedPosition undecided = s_fusion.Fuse(Fix(wrong, 10), Fix(s_source, 10), null);
        Assert.Equal(FusionVerdict.Undecided, undecided.Verdict);
        Assert.Null(undecided.Fix);
    }

    private static PositionFix Fix(Position place, double sigmaMm) => new(place, CovarianceMatrix.FromErrors([sigmaMm, sigmaMm, sigmaMm]), 0.0, 0);
}
