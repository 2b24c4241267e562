using Isolux.Detector;
using Isolux.Detector.Light;
using Isolux.Quantities;
using Isolux.Simulation.Particles;
using Isolux.Storage.Documents;
using Xunit;

namespace Isolux.Physics.Tests.Particles;

/// <summary>
/// The electromagnetic object of the overlay `juno-2025` against the scintillation non-linearity measured with gamma sources (arXiv:2511.14593, extended data figure 2),
/// one scale free. With 7 degrees of freedom chi2 exceeds 18.5 in 1 % of experiments with correct errors; the model of the design state is the power companion.
/// </summary>
public sealed class MeasuredElectromagneticModelTests
{
    private const int Events = 3000;
    private const double Chi2Of1Percent = 18.5;

    /// <summary>3.94 % of the n-H light yield: 53 of 1345 PE/MeV for a 1 MeV electron.</summary>
    private const double CherenkovShareAt1MeV = 53.0 / 1345.0;

    // Gammas emitted together; true energy, measured ratio and its error.
    private static readonly (double[] GammasMeV, double Ratio, double Error)[] s_measured =
    [
        ([0.51099895, 0.51099895], 0.8932, 0.0045),
        ([0.661657], 0.9125, 0.0046),
        ([0.834848], 0.9338, 0.0047),
        ([1.173228, 1.332492], 0.9689, 0.0048),
        ([1.460820], 0.9776, 0.0049),
        ([2.22325], 1.0036, 0.0050),
        ([6.129], 1.0369, 0.0083),
        ([7.637], 1.0346, 0.0103),
    ];

    [Fact]
    public void The_model_of_2025_describes_the_measured_gamma_points() =>
        Assert.InRange(Chi2(DetectorLoader.Load("juno", ["juno-2025"])), 0.0, Chi2Of1Percent);

    [Fact]
    public void The_model_of_the_design_does_not() => Assert.True(Chi2(DetectorLoader.Load("juno", [])) > Chi2Of1Percent);

    private static double Chi2(DetectorDescription detector)
    {
        ElectromagneticModel model = detector.Electromagnetic!;
        var simulator = new ShowerSimulator(detector);
        (double _, double electronCherenkov) = Mean(simulator, ParticleKind.Electron, [1.0]);
        double cherenkovYield = CherenkovShareAt1MeV * model.CherenkovFactor / electronCherenkov;
        (double captureQuenched, double captureCherenkov) = Mean(simulator, ParticleKind.Gamma, [PhysicalConstants.HydrogenCaptureGammaMeV]);
        double scintillationYield = (PhysicalConstants.HydrogenCaptureGammaMeV - (cherenkovYield * captureCherenkov)) / captureQuenched;

        double squares = 0;
        double products = 0;
        List<(double Model, double Ratio, double Error)> points = [];
        foreach ((double[] gammasMeV, double ratio, double error) in s_measured)
        {
            (double quenched, double cherenkov) = Mean(simulator, ParticleKind.Gamma, gammasMeV);
            double predicted = ((scintillationYield * quenched) + (cherenkovYield * cherenkov)) / gammasMeV.Sum();
            points.Add((predicted, ratio, error));
            squares += predicted * predicted / (error * error);
            products += predicted * ratio / (error * error);
        }

        double scale = products / squares;
        return points.Sum(point => Math.Pow((point.Ratio - (scale * point.Model)) / point.Error, 2));
    }

    private static (double QuenchedMeV, double CherenkovPhotons) Mean(ShowerSimulator simulator, ParticleKind kind, double[] energiesMeV)
    {
        Primary[] primaries = [.. energiesMeV.Select(energyMeV => new Primary(kind, energyMeV, Position.Centre, null, 0.0))];
        ShowerBuffer shower = new();
        double quenched = 0;
        double cherenkov = 0;
        for (uint i = 0; i < Events; i++)
        {
            simulator.Simulate(primaries, 43, 1, i, shower);
            quenched += shower.QuenchedMeV;
            cherenkov += shower.ExpectedCherenkovPhotons;
        }

        return (quenched / Events, cherenkov / Events);
    }
}
