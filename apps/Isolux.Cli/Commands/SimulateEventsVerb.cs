using System.CommandLine;
using System.Text;
using Isolux.Cli.Options;
using Isolux.Conditions;
using Isolux.Detector;
using Isolux.Events.Hits;
using Isolux.Numerics.Random;
using Isolux.Simulation.Response;
using Isolux.Simulation.Samples;
using Isolux.Storage.Cache;
using Isolux.Storage.Events;
using Isolux.Storage.Output;
using Isolux.Strategy.Provenance;

namespace Isolux.Cli.Commands;

/// <summary><c>isolux simulate events</c>: triggered events with hits of channels, as Parquet files.</summary>
internal sealed class SimulateEventsVerb : Verb
{
    private const double DefaultRateHz = 100.0;
    private readonly CommandContext _context;
    private readonly DetectorOptions _detector = new();
    private readonly SimulationOptions _simulation = new();
    private readonly EventOptions _events = new();
    private readonly Option<int> _count = CountOption.Create("Events to simulate.", 10_000);
    private readonly Option<int> _run = new("--run") { Description = "Number of the run; another run is another sample in the same channels.", HelpName = "N", DefaultValueFactory = _ => 1 };
    private readonly Option<string> _out = new("--out") { Description = "Folder of the events. The same command resumes it where it was interrupted.", HelpName = "DIR", Required = true };
    private readonly Option<ReadoutWindow?> _window = WindowOption.Create();
    private readonly Option<bool> _noDarkNoise = new("--no-dark-noise") { Description = "No dark noise." };
    private readonly Option<bool> _noChargeSmearing = new("--no-charge-smearing") { Description = "Every photoelectron has the mean charge of its channel." };
    private readonly Option<bool> _nominalChannels = new("--nominal-channels") { Description = "All channels alike: gain 1, no time offset, no walk, none noisy." };
    private readonly Option<bool> _nonLinearity = new("--charge-nonlinearity") { Description = "Large PMTs lose charge as the detector declares." };
    private readonly Option<long> _mapPhotons = new("--map-photons")
    {
        Description = "Photons of the response map: fewer for a quick look.",
        HelpName = "N",
        DefaultValueFactory = _ => new ResponseMapSettings().PhotonCount,
    };

    public SimulateEventsVerb(CommandContext context)
        : base(
            "events",
            "Simulate triggered events and write the hits of their channels.",
            "isolux simulate events --particle e+ --energy 1 --uniform --count 10000 --out positrons",
            "isolux simulate events --laser 0.1 --window -500,500 --count 100000 --out laser-dim")
    {
        _context = context;
        _run.Validators.Add(result => Requirement.Within(result, 0, RandomSequence.RunLimit - 1));
        _mapPhotons.Validators.Add(result => Requirement.Within(result, ResponseMapSettings.LeastPhotons, ResponseMapSettings.MostPhotons));
        _detector.AddTo(this);
        _events.AddTo(this);
        foreach (Option option in new Option[] { _count, _run, _out, _window, _noDarkNoise, _noChargeSmearing, _nominalChannels, _nonLinearity, _mapPhotons })
        {
            Add(option);
        }

        _simulation.AddTo(this);
        SetAction((parsed, cancellation) => Task.FromResult(Simulate(parsed, cancellation)));
    }

    private int Simulate(ParseResult parsed, CancellationToken cancellation)
    {
        DetectorDescription detector = _detector.Load(parsed);
        _events.Require(parsed, detector);
        EventSimulatorSettings settings = new()
        {
            Seed = parsed.GetValue(_simulation.Seed),
            Run = (uint)parsed.GetValue(_run),
            Threads = parsed.GetValue(_simulation.Threads),
            RateHz = _events.RateHz(parsed, detector) ?? DefaultRateHz,
            Window = parsed.GetValue(_window) ?? EventSimulator.DeclaredWindow(detector, detector.Electronics!),
            DarkNoise = !parsed.GetValue(_noDarkNoise),
            ChargeSmearing = !parsed.GetValue(_noChargeSmearing),
            ChannelSpread = !parsed.GetValue(_nominalChannels),
            ChargeNonLinearity = parsed.GetValue(_nonLinearity),
        };
        EventRun run = new(settings.Run, detector.Name, detector.Photosensors.Length, _events.Name(parsed), settings.Seed) { Window = settings.Window };
        string folder = parsed.GetRequiredValue(_out);
        int count = parsed.GetValue(_count);
        using ParquetEventSink sink = ParquetEventSink.Create(folder, run, Origin(parsed, detector, settings, count));
        long resumed = sink.EventCount;
        TimeProvider clock = _context.Surroundings.Clock;
        double? seconds = sink.IsComplete ? null : _context.Progress.Show(stages =>
        {
            FolderMapStore cache = new(_context.Surroundings.CacheFolder, _context.Terminal.Error.WriteLine);
            ResponseMapSettings mapSettings = new() { PhotonCount = parsed.GetValue(_mapPhotons) };
            ResponseMap map = new ResponseMapProvider(cache, mapSettings, settings.Threads).Provide(detector, new StageProgress(stages, "response maps"), cancellation);
            EventSimulator simulator = new(detector, map, _events.Generator(parsed, detector, map), settings);
            int first = sink.LastEventNumber is { } last ? (int)last + 1 : 0;
            long started = clock.GetTimestamp();
            simulator.Simulate(first, count - first, sink, new CountProgress(new StageProgress(stages, "events"), count - first), cancellation);
            sink.Complete();
            return clock.GetElapsedTime(started).TotalSeconds;
        });
        using ParquetEventSource written = ParquetEventSource.Open(folder);
        Print(parsed, new SimulateEventsReport(
            1, folder, run, written.EventCount, written.HitCount, seconds is null ? written.EventCount : resumed, (written.EventCount - resumed) / seconds));
        return (int)ExitCode.Done;
    }

    private EventOrigin Origin(ParseResult parsed, DetectorDescription detector, EventSimulatorSettings settings, int count)
    {
        ProgramIdentity program = ProgramIdentityReader.Read(typeof(SimulateEventsVerb).Assembly);
        string inputs = string.Create(
            null, $"{FormattableString.Invariant(_events.Describe(parsed))} {count} {parsed.GetValue(_mapPhotons)} {CanonicalJson.Digest(CanonicalJson.Serialize(settings with { Threads = 1, EventsPerBatch = 1 }))}");
        return new EventOrigin($"{program.Version}+{program.Commit}", detector.Digest, CanonicalJson.Digest(Encoding.UTF8.GetBytes(inputs)));
    }

    private void Print(ParseResult parsed, SimulateEventsReport report)
    {
        if (parsed.GetValue(_context.Json))
        {
            _context.PrintJson(report);
            return;
        }

        string speed = report.EventsPerSecond is { } rate ? $"{rate:F0} events per second" : "they were there already";
        _context.Terminal.Output.WriteLine($"{report.Events} events with {report.Hits} hits in {report.Folder} ({speed}).");
    }
}
