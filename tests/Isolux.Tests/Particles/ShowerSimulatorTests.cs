using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Detector.Geometry;
using Isolux.Detector.Light;
using Isolux.Detector.Materials;
using Isolux.Numerics.Interpolation;
using Isolux.Quantities;
using Isolux.Simulation.Particles;
using Isolux.Testing.Particles;
using Xunit;

namespace Isolux.Tests.Particles;

public sealed class ShowerSimulatorTests
{
    private const double MassMeV = 0.51099895;
    private const double RadiusMm = 17_700.0;

    private static readonly ElectromagneticModel s_model = new(
        0.08, 0.1, 6.5e-3, 1.0, 1.8, StragglingModel.None, BremsstrahlungModel.ExplicitAboveCut);

    private static readonly ShowerSimulator s_unbounded = new(LaboratoryScintillator.Detector(s_model));
    private static readonly ShowerSimulator s_sphere = new(Sphere());

    [Theory]
    [InlineData(ParticleKind.Electron, 0.0005)]
    [InlineData(ParticleKind.Electron, 3.0)]
    [InlineData(ParticleKind.Positron, 0.0)]
    [InlineData(ParticleKind.Positron, 6.0)]
    [InlineData(ParticleKind.Gamma, 0.662)]
    [InlineData(ParticleKind.Gamma, 9.0)]
    public void All_energy_is_deposited_in_an_unbounded_medium(ParticleKind kind, double energyMeV)
    {
        var shower = new ShowerBuffer();
        double totalMeV = energyMeV + (kind == ParticleKind.Positron ? 2.0 * MassMeV : 0.0);
        for (uint i = 0; i < 500; i++)
        {
            s_unbounded.Simulate(kind, energyMeV, Position.Centre, null, 3, 1, i, shower);
            Assert.Equal(totalMeV, shower.DepositedMeV, 1e-11);
            Assert.Equal(0.0, shower.EscapedMeV);
            Assert.InRange(shower.QuenchedMeV, 0.0, shower.DepositedMeV);
        }
    }

    [Fact]
    public void Deposited_and_escaped_energy_add_up_at_the_edge_of_the_sphere()
    {
        var shower = new ShowerBuffer();
        double escapedMeV = 0.0;
        for (uint i = 0; i < 2000; i++)
        {
            s_sphere.Simulate(ParticleKind.Positron, 4.0, new Position(0, 0, RadiusMm - 5.0), null, 3, 1, i, shower);
            Assert.Equal(4.0 + (2.0 * MassMeV), shower.DepositedMeV + shower.EscapedMeV, 1e-11);
            Assert.All(shower.Deposits.ToArray(), d => Assert.True(d.Position.RadiusMm <= RadiusMm));
            escapedMeV += shower.EscapedMeV;
        }

        // About half of the solid angle leads outwards.
        Assert.InRange(escapedMeV / 2000 / 5.02, 0.2, 0.7);
    }

    [Fact]
    public void Interactions_of_gammas_are_exponential_with_the_tabulated_mean_free_path()
    {
        // XCOM, LAB C18H30: incoherent + photoelectric 0.0960 cm2/g at 0.511 MeV, so 12.15 cm; the first deposit lies within 0.5 mm of the interaction. 20,000 events
        // give 0.7 %: 3 % is more than four sigma.
        var shower = new ShowerBuffer();
        double sumMm = 0.0;
        const int events = 20_000;
        for (uint i = 0; i < events; i++)
        {
            s_unbounded.Simulate(ParticleKind.Gamma, 0.511, Position.Centre, new UnitVector(1, 0, 0), 4, 0, i, shower);
            sumMm += shower.Deposits[0].Position.XMm;
        }

        Assert.Equal(1.0, sumMm / events / 121.5, 0.03);
    }

    [Fact]
    public void An_event_is_replayed_alone_exactly()
    {
        var all = new ShowerBuffer();
        var alone = new ShowerBuffer();
        for (uint i = 0; i < 50; i++)
        {
            s_sphere.Simulate(ParticleKind.Positron, 2.0, Position.Centre, null, 9, 7, i, all);
        }

        s_sphere.Simulate(ParticleKind.Positron, 2.0, Position.Centre, null, 9, 7, 49, alone);
        Assert.Equal(all.Deposits.ToArray(), alone.Deposits.ToArray());
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        var gun = new ParticleGun(s_sphere, new UniformLightResponse(1380.0, 0.05));
        var settings = new ParticleGunSettings(ParticleKind.Gamma, 2.223, Position.Centre, 3210, Seed: 11);
        ParticleGunResult one = gun.Shoot(settings with { Threads = 1 }, null, TestContext.Current.CancellationToken);
        ParticleGunResult three = gun.Shoot(settings with { Threads = 3 }, null, TestContext.Current.CancellationToken);
        Assert.Equal(one.QuenchedMeV.Mean, three.QuenchedMeV.Mean);
        Assert.Equal(one.QuenchedMeV.Variance, three.QuenchedMeV.Variance);
        Assert.Equal(one.Pe!.Mean, three.Pe!.Mean);
        Assert.Equal(one.CherenkovPe!.Variance, three.CherenkovPe!.Variance);
    }

    [Fact]
    public void Three_and_a_half_percent_of_1_MeV_positrons_annihilate_in_flight()
    {
        // Heitler cross section folded with the range, as the reference literature gives for low-Z material; 20,000 events give 0.13 % absolute.
        var shower = new ShowerBuffer();
        int inFlight = 0;
        const int events = 20_000;
        var edge = new ShowerSimulator(Sphere() with { Geometry = new DetectorGeometry([new SphericalShell("scintillator", 30.0)], [], OuterBoundary.Absorbs, 30.0) });
        for (uint i = 0; i < events; i++)
        {
            edge.Simulate(ParticleKind.Positron, 1.0, Position.Centre, null, 12, 0, i, shower);
            double total = shower.EscapedMeV;
            inFlight += total > 1.0220 ? 1 : 0;
        }

        Assert.InRange((double)inFlight / events, 0.030, 0.042);
    }

    [Fact]
    public void Cherenkov_photons_scale_with_the_declared_factor()
    {
        var doubled = new ShowerSimulator(Sphere() with { Electromagnetic = s_model with { CherenkovFactor = 2.0 } });
        var a = new ShowerBuffer();
        var b = new ShowerBuffer();
        s_sphere.Simulate(ParticleKind.Electron, 1.0, Position.Centre, null, 1, 0, 0, a);
        doubled.Simulate(ParticleKind.Electron, 1.0, Position.Centre, null, 1, 0, 0, b);
        Assert.True(a.ExpectedCherenkovPhotons > 100);
        Assert.Equal(2.0 * a.ExpectedCherenkovPhotons, b.ExpectedCherenkovPhotons, 1e-9);
    }

    [Fact]
    public void Energies_out_of_range_are_refused()
    {
        var shower = new ShowerBuffer();
        Assert.Throws<ArgumentOutOfRangeException>(() => s_unbounded.Simulate(ParticleKind.Gamma, double.NaN, Position.Centre, null, 1, 0, 0, shower));
        Assert.Throws<ArgumentOutOfRangeException>(() => s_unbounded.Simulate(ParticleKind.Gamma, 51.0, Position.Centre, null, 1, 0, 0, shower));
        Assert.Throws<ArgumentException>(() => new ShowerSimulator(Sphere() with { Target = null }));
    }

    private static DetectorDescription Sphere() => LaboratoryScintillator.Detector(s_model) with
    {
        Geometry = new DetectorGeometry([new SphericalShell("scintillator", RadiusMm)], [], OuterBoundary.Absorbs, RadiusMm),
        Media = ImmutableDictionary<string, OpticalMedium>.Empty.Add(
            "scintillator", new OpticalMedium("scintillator", SampledCurve.Constant(1.5), null, null, null)),
    };
}
