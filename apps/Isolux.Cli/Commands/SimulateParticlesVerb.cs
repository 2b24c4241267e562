using System.CommandLine;
using Isolux.Cli.Options;
using Isolux.Detector;
using Isolux.Quantities;
using Isolux.Simulation.Optics;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Response;
using Isolux.Storage.Cache;
using Isolux.Strategy.Summary;

namespace Isolux.Cli.Commands;

/// <summary><c>isolux simulate particles</c>: particles from a point, what they deposit and the light they make.</summary>
internal sealed class SimulateParticlesVerb : Verb
{
    private static readonly Dictionary<string, ParticleKind> Kinds = new()
    {
        ["e-"] = ParticleKind.Electron,
        ["e+"] = ParticleKind.Positron,
        ["gamma"] = ParticleKind.Gamma,
    };

    private readonly CommandContext _context;
    private readonly DetectorOptions _detector = new();
    private readonly SimulationOptions _simulation = new();
    private readonly Option<Position?> _position = PositionOption.Create();
    private readonly Option<int> _count = CountOption.Create("Particles to shoot.", 10_000);
    private readonly Option<string> _particle = new("--particle") { Description = "Particle to shoot.", HelpName = "e-|e+|gamma", Required = true };
    private readonly Option<double> _energy = new("--energy")
    {
        Description = "Kinetic energy of e- and e+ (e+ at 0: two annihilation gammas), energy of a gamma, in MeV.",
        HelpName = "MEV",
        Required = true,
    };

    private readonly Option<bool> _micro = new("--micro") { Description = "Track every photon instead of using response maps." };
    private readonly Option<long> _mapPhotons = new("--map-photons")
    {
        Description = "Photons of the response map: fewer for a quick look.",
        HelpName = "N",
        DefaultValueFactory = _ => new ResponseMapSettings().PhotonCount,
    };

    public SimulateParticlesVerb(CommandContext context)
        : base(
            "particles",
            "Shoot particles from a point and report what they deposit and the light that is counted.",
            "isolux simulate particles --detector toy-lab --particle gamma --energy 2.2233 --count 20000",
            "isolux simulate particles --detector juno --particle e+ --energy 1 --position 0,0,-15 --json")
    {
        _context = context;
        _particle.AcceptOnlyFromAmong([.. Kinds.Keys]);
        _energy.Validators.Add(result => Requirement.Within(result, 0, ShowerSimulator.MaximumEnergyMeV));
        _mapPhotons.Validators.Add(result => Requirement.Within(result, ResponseMapSettings.LeastPhotons, ResponseMapSettings.MostPhotons));
        _detector.AddTo(this);
        foreach (Option option in new Option[] { _particle, _energy, _position, _count, _micro, _mapPhotons })
        {
            Add(option);
        }

        _simulation.AddTo(this);
        SetAction((parsed, cancellation) => Task.FromResult(Simulate(parsed, cancellation)));
    }

    private int Simulate(ParseResult parsed, CancellationToken cancellation)
    {
        DetectorDescription detector = _detector.Load(parsed);
        var settings = new ParticleGunSettings(
            Kinds[parsed.GetRequiredValue(_particle)],
            parsed.GetValue(_energy),
            parsed.GetValue(_position) ?? Position.Centre,
            parsed.GetValue(_count),
            parsed.GetValue(_simulation.Seed),
            Threads: parsed.GetValue(_simulation.Threads));
        RequireSensible(detector, settings);
        TimeProvider clock = _context.Surroundings.Clock;
        (ParticleGunResult result, double seconds) = _context.Progress.Show(stages =>
        {
            ParticleGun gun = new(new ShowerSimulator(detector), Light(parsed, detector, settings.Threads, stages, cancellation));
            long started = clock.GetTimestamp();
            ParticleGunResult shot = gun.Shoot(settings, new CountProgress(new StageProgress(stages, "particles"), settings.Count), cancellation);
            return (shot, clock.GetElapsedTime(started).TotalSeconds);
        });
        Print(parsed, ParticleReport.From(result, detector.DesignLightYieldPePerMeV, seconds, settings.Threads));
        return (int)ExitCode.Done;
    }

    /// <summary>The light response the user asked for; null in a detector without photosensors.</summary>
    private ILightResponse? Light(
        ParseResult parsed, DetectorDescription detector, int threads, IProgress<RunStage> stages, CancellationToken cancellation)
    {
        if (detector.Scintillation is not { } scintillation || detector.Geometry is null || detector.Photosensors.IsEmpty)
        {
            return null;
        }

        if (parsed.GetValue(_micro))
        {
            return new MicroLightResponse(new OpticalModel(detector), scintillation);
        }

        FolderMapStore cache = new(_context.Surroundings.CacheFolder, _context.Terminal.Error.WriteLine);
        ResponseMapSettings settings = new() { PhotonCount = parsed.GetValue(_mapPhotons) };
        ResponseMap map = new ResponseMapProvider(cache, settings, threads).Provide(detector, new StageProgress(stages, "response maps"), cancellation);
        return new MapLightResponse(map, scintillation);
    }

    private static void RequireSensible(DetectorDescription detector, ParticleGunSettings settings)
    {
        if (detector.Target is null || detector.Electromagnetic is null)
        {
            throw new UsageException($"particles cannot be simulated in {detector.Name} (it declares optics only) choose a detector with a target material.");
        }

        if (settings is { Particle: ParticleKind.Gamma, EnergyMeV: 0 })
        {
            throw new UsageException("a gamma of 0 MeV cannot be simulated (it has no energy) give a positive --energy.");
        }

        if (detector.Geometry is { } geometry && !(settings.Position.RadiusMm < geometry.ScintillatorRadiusMm))
        {
            throw new UsageException(
                $"the position {settings.Position.RadiusMm / 1000:0.###} m from the centre cannot be used (the scintillator of {detector.Name} ends at "
                + $"{geometry.ScintillatorRadiusMm / 1000:0.###} m) choose a point inside.");
        }
    }

    private void Print(ParseResult parsed, ParticleReport report)
    {
        if (parsed.GetValue(_context.Json))
        {
            _context.PrintJson(report);
            return;
        }

        var table = new ResultTable("quantity", "mean", "sigma", "unit");
        table.Add("quenched energy", $"{report.MeanQuenchedMeV:F5} ± {report.MeanQuenchedErrorMeV:F5}", $"{report.SigmaQuenchedMeV:F5} ± {report.SigmaQuenchedErrorMeV:F5}", "MeV");
        table.Add("deposited energy", $"{report.MeanDepositedMeV:F5}", "", "MeV");
        table.Add("escaped energy", $"{report.MeanEscapedMeV:F5}", "", "MeV");
        table.Add("primary electrons", $"{report.MeanPrimaryElectrons:F3}", "", "");
        if (report.MeanPe is not null)
        {
            table.Add("photoelectrons", $"{report.MeanPe:F2} ± {report.MeanPeError:F2}", $"{report.SigmaPe:F2} ± {report.SigmaPeError:F2}", "PE");
            table.Add("of Cherenkov light", $"{report.MeanCherenkovPe:F2}", "", "PE");
        }

        table.Print(_context.Terminal);
        _context.Terminal.Output.WriteLine($"{report.EventsPerSecond:E2} events per second on {report.Threads} threads.");
    }
}
