using Isolux.Calibration.Peaks;
using Isolux.Detector;
using Isolux.Storage.Documents;
using Isolux.Strategy.Ladder;
using Xunit;

namespace Isolux.Tests.Strategy;

public sealed class LadderLineTests
{
    private static readonly DetectorDescription s_juno = DetectorLoader.Load("juno", []);

    [Fact]
    public void The_ladder_has_every_source_and_capture()
    {
        LadderLine[] lines = [.. LadderLine.Of(s_juno, s_juno.Neutrons!)];
        Assert.Equal(
            ["Cs137", "Mn54", "Ge68", "K40", "n-H", "Co60", "AmBe", "n-C", "n-C single gamma", "AmC"],
            lines.Select(line => line.Name));
        Assert.Equal(2.505720, lines.Single(line => line.Name == "Co60").EnergyMeV, 1e-9);
        Assert.Equal(1.0219979, lines.Single(line => line.Name == "Ge68").EnergyMeV, 1e-9);
        Assert.All(lines, line => Assert.Equal(line.EnergyMeV > 2.0 ? PeakShape.Gaussian : PeakShape.GaussianWithTails, line.Shape));
    }

    [Fact]
    public void Cascades_of_one_capture_are_one_line_and_other_branches_companions()
    {
        LadderLine[] lines = [.. LadderLine.Of(s_juno, s_juno.Neutrons!)];
        Assert.Empty(lines.Single(line => line.Name == "n-C").Companions());
        PeakCompanion companion = lines.Single(line => line.Name == "Ge68").Companions().Single(c => c.EnergyRatio < 1.2);
        Assert.Equal(0.0203 / 0.8772, companion.IntensityRatio, 1e-6);
    }

    [Fact]
    public void Gammas_of_a_line_are_known_where_its_branches_agree()
    {
        LadderLine[] lines = [.. LadderLine.Of(s_juno, s_juno.Neutrons!)];
        Assert.Equal([0.51099895, 0.51099895], lines.Single(line => line.Name == "Ge68").GammasMeV().Select(energy => Math.Round(energy, 8)));
        Assert.Equal(2, lines.Single(line => line.Name == "Co60").GammasMeV().Length);
        Assert.Single(lines.Single(line => line.Name == "n-C single gamma").GammasMeV());
        Assert.Empty(lines.Single(line => line.Name == "n-C").GammasMeV());
    }
}
