using Isolux.Detector;
using Isolux.Quantities;
using Isolux.Simulation.Particles;
using Isolux.Storage.Documents;
using Xunit;

namespace Isolux.Physics.Tests.Particles;

/// <summary>
/// The declared electromagnetic object of `juno` against the facts that chose it (docs/decisions/0003-electromagnetic-model.md): gamma ratios and electron widths at the
/// centre from the public draft of JHEP 03 (2021) 004, read from figures to about 1 %. Light at the centre only: 1345 PE/MeV at the n-H line, and 53 Cherenkov PE for a 1 MeV electron.
/// </summary>
public sealed class JunoElectromagneticModelTests
{
    private const int Events = 3000;
    private const double NeutronHydrogenMeV = 2.223;
    private const double LightYieldPePerMeV = 1345.0;
    private const double CherenkovPeAt1MeV = 53.0;

    private static readonly DetectorDescription s_detector = DetectorLoader.Load("juno", []);
    private static readonly ShowerSimulator s_simulator = new(s_detector);

    // 1 % of the target plus three standard errors of the reduced statistics.
    [Theory]
    [InlineData(ParticleKind.Positron, 0.0, 1.022, 0.916)]
    [InlineData(ParticleKind.Gamma, 0.662, 0.662, 0.932)]
    [InlineData(ParticleKind.Gamma, 0.835, 0.835, 0.947)]
    [InlineData(ParticleKind.Gamma, 1.461, 1.461, 0.979)]
    [InlineData(ParticleKind.Gamma, 4.945, 4.945, 1.027)]
    [InlineData(ParticleKind.Gamma, 6.13, 6.13, 1.033)]
    public void Gamma_lines_have_the_published_light_relative_to_neutron_capture(ParticleKind kind, double energyMeV, double totalMeV, double target)
    {
        ParticleGunResult line = Shoot(kind, energyMeV, Response());
        Assert.NotNull(line.Pe);
        double ratio = line.Pe.Mean / (totalMeV * LightYieldPePerMeV);
        Assert.Equal(1.0, ratio / target, 0.01 + (3.0 * line.Pe.MeanError / line.Pe.Mean));
    }

    [Theory]
    [InlineData(0.5, 0.0394)]
    [InlineData(1.0, 0.0285)]
    [InlineData(2.0, 0.0211)]
    [InlineData(5.0, 0.0144)]
    [InlineData(7.0, 0.0124)]
    public void Electrons_at_the_centre_have_the_published_width(double energyMeV, double target)
    {
        ParticleGunResult electrons = Shoot(ParticleKind.Electron, energyMeV, Response());
        Assert.NotNull(electrons.Pe);
        double width = electrons.Pe.StandardDeviation / electrons.Pe.Mean;
        Assert.Equal(1.0, width / target, 0.01 + (3.0 * electrons.Pe.StandardDeviationError / electrons.Pe.StandardDeviation));
    }

    // Both yields follow from the two definitions; none is fitted to a tested value.
    private static UniformLightResponse Response()
    {
        double factor = s_detector.Electromagnetic!.CherenkovFactor;
        double cherenkovPePerPhoton = CherenkovPeAt1MeV * factor / Shoot(ParticleKind.Electron, 1.0, null).CherenkovPhotons.Mean;
        ParticleGunResult capture = Shoot(ParticleKind.Gamma, PhysicalConstants.HydrogenCaptureGammaMeV, null);
        double scintillationPe = (LightYieldPePerMeV * NeutronHydrogenMeV) - (cherenkovPePerPhoton * capture.CherenkovPhotons.Mean);
        return new UniformLightResponse(scintillationPe / capture.QuenchedMeV.Mean, cherenkovPePerPhoton);
    }

    private static ParticleGunResult Shoot(ParticleKind kind, double energyMeV, ILightResponse? light) =>
        new ParticleGun(s_simulator, light).Shoot(
            new ParticleGunSettings(kind, energyMeV, Position.Centre, Events, Seed: 41, Threads: 2), null, TestContext.Current.CancellationToken);
}
