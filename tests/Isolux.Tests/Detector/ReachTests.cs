using Isolux.Detector;
using Isolux.Detector.Deployment;
using Isolux.Storage.Documents;
using Xunit;

namespace Isolux.Tests.Detector;

public sealed class ReachTests
{
    private const double MmPerM = 1000.0;

    private static readonly DetectorDescription Juno = DetectorLoader.Load("juno", []);

    private static CableLoopSystem Cls => Juno.Systems.OfType<CableLoopSystem>().Single();

    [Fact]
    public void Every_point_of_the_comprehensive_calibration_is_within_reach_of_its_system()
    {
        string folder = Path.Combine(DetectorLoader.FindFolder("juno"), "..", "..", "campaigns", "points");
        CsvRows points = CsvTable.ReadRows(Path.Combine(folder, "comprehensive.csv"));
        Assert.Equal(["system", "rhoM", "zM"], points.Columns);
        Assert.Equal(250, points.Fields.Length);
        foreach (var row in points.Fields)
        {
            DeploymentSystem system = Juno.Systems.Single(s => s.Name == row[0]);
            Assert.True(system.CanReach(MmPerM * double.Parse(row[1]), MmPerM * double.Parse(row[2])), $"{system.Name} cannot reach ({row[1]}, {row[2]}) m");
        }
    }

    [Fact]
    public void Two_half_planes_with_one_anchor_each_cover_the_published_part_of_the_plane()
    {
        // Published: 79 %. One loop per half plane, each with its own anchor, in the range R < 17.5 m that the central axis has too; up to the wall
        // at 17.7 m it is 77.8 %. The two anchors together reach 91.5 % of the folded half plane.
        double covered = ReachCoverage.MeanFraction(Cls, 17500.0);
        Assert.Equal(0.79, covered, 0.005);
    }

    [Theory]
    [InlineData("ACU", 0.0, 17.6)]
    [InlineData("ACU", 0.1, 0.0)]
    [InlineData("CLS", 17.0, 4.9)]
    [InlineData("CLS", 5.0, -17.0)]
    [InlineData("GTCS", 0.0, 17.82)]
    [InlineData("GTCS", 17.2, 0.0)]
    public void Points_outside_are_refused(string name, double rhoM, double zM) =>
        Assert.False(Juno.Systems.Single(s => s.Name == name).CanReach(MmPerM * rhoM, MmPerM * zM));
}
