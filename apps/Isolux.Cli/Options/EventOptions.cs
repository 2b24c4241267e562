using System.CommandLine;
using Isolux.Detector;
using Isolux.Detector.Sources;
using Isolux.Quantities;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Response;
using Isolux.Simulation.Samples;

namespace Isolux.Cli.Options;

/// <summary>What starts events: a particle, a source or a laser, at a point or uniform.</summary>
internal sealed class EventOptions
{
    private static readonly Dictionary<string, ParticleKind> s_kinds = new()
    {
        ["e-"] = ParticleKind.Electron,
        ["e+"] = ParticleKind.Positron,
        ["gamma"] = ParticleKind.Gamma,
    };

    private readonly Option<string?> _particle = new("--particle") { Description = "Particle to shoot in isotropic directions.", HelpName = "e-|e+|gamma" };
    private readonly Option<double> _energy = new("--energy") { Description = "With --particle: kinetic energy of e- and e+, energy of a gamma, in MeV.", HelpName = "MEV", DefaultValueFactory = _ => 1.0 };
    private readonly Option<string?> _source = new("--source") { Description = "Declared source whose calibration gammas, or decays, start the events.", HelpName = "NAME" };
    private readonly Option<double?> _laser = new("--laser") { Description = "Flashes of a laser: mean photoelectrons per flash and large PMT.", HelpName = "PE" };
    private readonly Option<Position?> _position = PositionOption.Create();
    private readonly Option<bool> _uniform = new("--uniform") { Description = "With --particle: uniform in the fiducial volume instead of at a point." };

    public EventOptions()
    {
        _particle.AcceptOnlyFromAmong([.. s_kinds.Keys]);
        _energy.Validators.Add(result => Requirement.Within(result, 0, ShowerSimulator.MaximumEnergyMeV));
        _laser.Validators.Add(Requirement.Positive<double>);
    }

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _particle, _energy, _source, _laser, _position, _uniform })
        {
            command.Add(option);
        }
    }

    /// <summary>Name of what starts the events.</summary>
    /// <exception cref="UsageException">Nothing, or more than one thing, starts them.</exception>
    public string Name(ParseResult parsed) => (parsed.GetValue(_particle), parsed.GetValue(_source), parsed.GetValue(_laser)) switch
    {
        ({ } particle, null, null) => particle,
        (null, { } source, null) => source,
        (null, null, not null) => "laser",
        _ => throw new UsageException("events cannot be simulated (exactly one of --particle, --source and --laser starts them) give one of the three."),
    };

    /// <summary>Everything that decides the events, in words.</summary>
    public FormattableString Describe(ParseResult parsed) =>
        $"{Name(parsed)} {parsed.GetValue(_energy):R} {parsed.GetValue(_laser):R} {parsed.GetValue(_position)} {parsed.GetValue(_uniform)}";

    /// <summary>Requires that the detector can do what was asked for, before anything long begins.</summary>
    public void Require(ParseResult parsed, DetectorDescription detector)
    {
        string name = Name(parsed);
        if (detector.Geometry is not { } geometry || detector.Scintillation is null || detector.Photosensors.IsEmpty || detector.Electronics is null)
        {
            throw new UsageException($"events cannot be simulated in {detector.Name} (it does not declare geometry, light, photosensors and electronics) choose a complete detector.");
        }

        if (parsed.GetValue(_laser) is null && (detector.Target is null || detector.Electromagnetic is null))
        {
            throw new UsageException($"particles cannot be simulated in {detector.Name} (it declares optics only) choose a detector with a target material.");
        }

        if (parsed.GetValue(_uniform) && (parsed.GetValue(_particle) is null || parsed.GetValue(_position) is not null))
        {
            throw new UsageException($"{name} cannot be uniform (only particles without --position can) leave --uniform out.");
        }

        if ((parsed.GetValue(_position) ?? Position.Centre).RadiusMm >= geometry.ScintillatorRadiusMm)
        {
            throw new UsageException($"the position lies outside the scintillator of {detector.Name} (it ends at {geometry.ScintillatorRadiusMm / 1000:0.###} m) choose a point inside.");
        }

        if (parsed.GetValue(_source) is not null)
        {
            _ = Source(parsed, detector);
        }
    }

    /// <summary>What makes the events.</summary>
    public IEventGenerator Generator(ParseResult parsed, DetectorDescription detector, ResponseMap map)
    {
        Position position = parsed.GetValue(_position) ?? Position.Centre;
        if (parsed.GetValue(_laser) is { } intensityPe)
        {
            return new LaserEventGenerator(detector, map, position, intensityPe);
        }

        return new ParticleEventGenerator(Primaries(parsed, detector, position), new ShowerSimulator(detector));
    }

    /// <summary>Events per second of a declared source; null for particles and the laser.</summary>
    public double? RateHz(ParseResult parsed, DetectorDescription detector) => parsed.GetValue(_source) is null ? null : Source(parsed, detector).RateHz;

    private IPrimaryGenerator Primaries(ParseResult parsed, DetectorDescription detector, Position position)
    {
        double energyMeV = parsed.GetValue(_energy);
        if (parsed.GetValue(_particle) is { } particle)
        {
            return parsed.GetValue(_uniform)
                ? new UniformSphereGenerator(s_kinds[particle], energyMeV, detector.Geometry!.FiducialRadiusMm)
                : new PointGenerator(s_kinds[particle], energyMeV, position);
        }

        CalibrationSource source = Source(parsed, detector);
        return source is { Decay: { } decay, Kind: not SourceKind.Neutron }
            ? new DecayGenerator(decay, position)
            : new SourceGenerator(source, position, detector.Geometry!.ScintillatorRadiusMm);
    }

    private CalibrationSource Source(ParseResult parsed, DetectorDescription detector)
    {
        string name = parsed.GetRequiredValue(_source)!;
        CalibrationSource[] usable = [.. detector.Sources.Where(source => source.Kind != SourceKind.Laser && (source.Decay is not null || !source.GammaLinesMeV.IsEmpty))];
        return usable.SingleOrDefault(source => source.Name == name) ?? throw new UsageException(
            $"the source '{name}' cannot start events ({detector.Name} declares {string.Join(", ", usable.Select(source => source.Name))}) choose one of these, or --laser.");
    }
}
