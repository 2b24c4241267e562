using System.Globalization;
using Isolux.Quantities;
using Isolux.Simulation.Particles;
using Isolux.Testing.Particles;
using Xunit;

namespace Isolux.Physics.Tests.Particles;

/// <summary>
/// Every row of docs/validation/reference/geant4_em.csv at the row's own cut and step. Tolerances: mean quenched energy 0.5 % (1 % is asked), width 15 %, primary
/// electrons 1 % (free electrons as in the reference). Three standard errors of the reduced
/// statistics are added to each.
/// </summary>
public sealed class Geant4ReferenceTests
{
    private const int Events = 2_500;

    [Theory]
    [InlineData("A")]
    [InlineData("B")]
    [InlineData("C")]
    [InlineData("D")]
    public void Quenched_energy_width_and_primary_electrons_agree_on_free_electrons(string configuration)
    {
        var gun = new ParticleGun(new ShowerSimulator(LaboratoryScintillator.Detector(
            LaboratoryScintillator.ReferenceModel(configuration), IncoherentModel.FreeElectrons)), null);
        var misses = new List<string>();
        foreach (Row row in Rows(configuration))
        {
            ParticleGunResult result = gun.Shoot(new ParticleGunSettings(row.Kind, row.EnergyMeV, Position.Centre, Events, Seed: 31, Threads: 2), null, TestContext.Current.CancellationToken);
            Compare(misses, row, "mean", result.QuenchedMeV.Mean / row.QuenchedMeV, 0.005 + (3.0 * result.QuenchedMeV.MeanError / row.QuenchedMeV));
            Compare(misses, row, "width", result.QuenchedMeV.StandardDeviation / row.RmsMeV, 0.15 + (3.0 * result.QuenchedMeV.StandardDeviationError / row.RmsMeV));
            if (row.PrimaryElectrons > 0)
            {
                Compare(misses, row, "primaries", result.PrimaryElectrons.Mean / row.PrimaryElectrons, 0.01 + (3.0 * result.PrimaryElectrons.MeanError / row.PrimaryElectrons));
            }
        }

        Assert.True(misses.Count == 0, string.Join(Environment.NewLine, misses));
    }

    // The reference scatters on free electrons, XCOM on bound ones: below 50 keV fewer photons scatter before they are absorbed. The named difference is
    // 1 to 2 % in the number of primary electrons and must stay below 0.1 % in the quenched energy.
    [Fact]
    public void Electron_binding_lowers_the_number_of_primary_electrons_and_not_the_light()
    {
        ParticleGun Gun(IncoherentModel incoherent) => new(
            new ShowerSimulator(LaboratoryScintillator.Detector(LaboratoryScintillator.ReferenceModel("B"), incoherent)), null);
        var settings = new ParticleGunSettings(ParticleKind.Gamma, 0.835, Position.Centre, 10_000, Seed: 32, Threads: 2);
        ParticleGunResult bound = Gun(IncoherentModel.BoundElectrons).Shoot(settings, null, TestContext.Current.CancellationToken);
        ParticleGunResult free = Gun(IncoherentModel.FreeElectrons).Shoot(settings, null, TestContext.Current.CancellationToken);
        Assert.InRange(bound.PrimaryElectrons.Mean / free.PrimaryElectrons.Mean, 0.98, 0.995);
        Assert.Equal(1.0, bound.QuenchedMeV.Mean / free.QuenchedMeV.Mean, 1e-3);
    }

    // Power companion: kB wrong by 10 % must be refused by the mean.
    [Fact]
    public void A_Birks_constant_wrong_by_10_percent_is_noticed()
    {
        var model = LaboratoryScintillator.ReferenceModel("B");
        var gun = new ParticleGun(new ShowerSimulator(LaboratoryScintillator.Detector(
            model with { BirksConstantGPerCm2MeV = 1.1 * model.BirksConstantGPerCm2MeV }, IncoherentModel.FreeElectrons)), null);
        Row row = Rows("B").First(r => r.Kind == ParticleKind.Gamma && r.EnergyMeV == 0.835);
        ParticleGunResult result = gun.Shoot(new ParticleGunSettings(row.Kind, row.EnergyMeV, Position.Centre, Events, Seed: 31, Threads: 2), null, TestContext.Current.CancellationToken);
        Assert.True(Math.Abs((result.QuenchedMeV.Mean / row.QuenchedMeV) - 1.0) > 0.005);
    }

    private static void Compare(List<string> misses, Row row, string what, double ratio, double tolerance)
    {
        if (Math.Abs(ratio - 1.0) > tolerance)
        {
            misses.Add(string.Create(CultureInfo.InvariantCulture, $"{row.Kind} {row.EnergyMeV} MeV: {what} ratio {ratio:F4} (tolerance {tolerance})"));
        }
    }

    private static IEnumerable<Row> Rows(string configuration)
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Isolux.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        string file = Path.Combine(folder ?? throw new InvalidOperationException("Tests run inside the repository."), "docs", "validation", "reference", "geant4_em.csv");
        return File.ReadLines(file)
            .Where(line => line.StartsWith(configuration + ",", StringComparison.Ordinal))
            .Select(line => Row.Parse(line.Split(',')));
    }

    private sealed record Row(ParticleKind Kind, double EnergyMeV, double PrimaryElectrons, double QuenchedMeV, double RmsMeV)
    {
        public static Row Parse(string[] cells)
        {
            double Number(int i) => double.Parse(cells[i], CultureInfo.InvariantCulture);
            ParticleKind kind = cells[1] switch
            {
                "e-" => ParticleKind.Electron,
                "e+" => ParticleKind.Positron,
                _ => ParticleKind.Gamma,
            };

            // Two 0.511 MeV gammas are a positron at rest.
            return Number(3) == 2
                ? new Row(ParticleKind.Positron, 0.0, Number(5), Number(6), Number(8))
                : new Row(kind, Number(2), Number(5), Number(6), Number(8));
        }
    }
}
