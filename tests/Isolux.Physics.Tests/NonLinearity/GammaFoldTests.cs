using Isolux.Calibration.NonLinearity;
using Isolux.Detector;
using Isolux.Quantities;
using Isolux.Simulation.Particles;
using Isolux.Strategy.NonLinearity;
using Xunit;

namespace Isolux.Physics.Tests.NonLinearity;

/// <summary>
/// Folding the light of electrons with the primary electrons of a gamma must give the light of gammas followed as such: the two share tables of interaction, but not the split into
/// primaries, the fold or the interpolation in kB.
/// </summary>
public sealed class GammaFoldTests
{
    private static readonly DetectorDescription s_detector = JunoScintillator.Detector;
    private static readonly Lazy<CentralLight> s_truth = new(() => new CentralLight(s_detector, 8000, threads: 2, CancellationToken.None));

    // Pairs and annihilation in flight matter at 6 MeV. 8,000 gammas know their mean to 0.02 %, electrons to 0.01 %; 0.1 % leaves room for the interpolations and is
    // a tenth of the required scale.
    [Theory]
    [InlineData(0.511)]
    [InlineData(0.662)]
    [InlineData(1.461)]
    [InlineData(4.439)]
    [InlineData(6.129)]
    public void Folded_electrons_give_the_light_of_gammas(double energyMeV)
    {
        double direct = s_truth.Value.VisibleMeV(ParticleKind.Gamma, energyMeV, TestContext.Current.CancellationToken) / energyMeV;
        Assert.Equal(1.0, Folded().GammaCurve(Model(), Declared()).Evaluate(Math.Log(energyMeV)) / direct, 1e-3);
    }

    // Positrons differ from electrons by a ratio that is tabulated with 15,000 events: 0.1 % as for gammas. Taken for electrons they would be off by 0.1 % at 0.5 MeV.
    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(4.0)]
    [InlineData(8.0)]
    public void Electrons_and_annihilation_gammas_give_the_light_of_positrons(double kineticMeV)
    {
        double energyMeV = kineticMeV + (2.0 * PhysicalConstants.ElectronMassMeV);
        double direct = s_truth.Value.VisibleMeV(ParticleKind.Positron, kineticMeV, TestContext.Current.CancellationToken) / energyMeV;
        Assert.Equal(1.0, Folded().PositronRatio(Model(), Declared(), [energyMeV])[0] / direct, 1e-3);
    }

    private static NonLinearityPredictor Folded() => new(new NonLinearityData("none", [], null, null, []), JunoScintillator.Light.Spectra);

    private static BirksCherenkovModel Model() => new(JunoScintillator.Light.Electrons);

    private static double[] Declared() =>
        [1.0 / s_truth.Value.UnitMeV, 1e3 * s_detector.Electromagnetic!.BirksConstantGPerCm2MeV, s_detector.Electromagnetic.CherenkovFactor];
}
