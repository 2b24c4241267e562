using System.CommandLine;
using Isolux.Cli.Options;
using Isolux.Conditions;
using Isolux.Conditions.Payloads;
using Isolux.Detector;
using Isolux.Simulation.Response;
using Isolux.Storage.Cache;
using Isolux.Storage.Output;
using Isolux.Strategy.Reconstruction;

namespace Isolux.Cli.Commands;

/// <summary><c>isolux simulate light-map</c>: the expected light that reconstruction needs, ready to publish.</summary>
internal sealed class SimulateLightMapVerb : Verb
{
    private readonly CommandContext _context;
    private readonly DetectorOptions _detector = new();
    private readonly Option<string> _out = new("--out") { Description = "File of the payload, for 'isolux conditions publish --payload'.", HelpName = "FILE", Required = true };
    private readonly Option<string?> _channels = new("--ideal-channels") { Description = "Also write constants of channels that need no calibration into this file.", HelpName = "FILE" };
    private readonly Option<int> _threads = new SimulationOptions().Threads;
    private readonly Option<long> _mapPhotons = new("--map-photons")
    {
        Description = "Photons of the response map: fewer for a quick look.",
        HelpName = "N",
        DefaultValueFactory = _ => new ResponseMapSettings().PhotonCount,
    };

    public SimulateLightMapVerb(CommandContext context)
        : base(
            "light-map",
            "Make the expected light of every channel, the constant that reconstruction needs.",
            "isolux simulate light-map --out expected-light.json",
            "isolux conditions publish --store constants.sqlite --payload expected-light.json --tag expected-light --author Ada --reason \"design optics\"")
    {
        _context = context;
        _mapPhotons.Validators.Add(result => Requirement.Within(result, ResponseMapSettings.LeastPhotons, ResponseMapSettings.MostPhotons));
        foreach (Option option in new Option[] { _out, _channels, _threads, _mapPhotons })
        {
            Add(option);
        }

        _detector.AddTo(this);
        SetAction((parsed, cancellation) => Task.FromResult(Make(parsed, cancellation)));
    }

    private int Make(ParseResult parsed, CancellationToken cancellation)
    {
        DetectorDescription detector = _detector.Load(parsed);
        FolderMapStore cache = new(_context.Surroundings.CacheFolder, _context.Terminal.Error.WriteLine);
        ResponseMapProvider maps = new(cache, new ResponseMapSettings { PhotonCount = parsed.GetValue(_mapPhotons) }, parsed.GetValue(_threads));
        ExpectedLightMapPayload payload = _context.Progress.Show(stages =>
            ExpectedLightMapFactory.Make(detector, maps.Provide(detector, new StageProgress(stages, "response maps"), cancellation)));
        AtomicFile.WriteBytes(parsed.GetRequiredValue(_out), PayloadCodec.Encode(payload));
        if (parsed.GetValue(_channels) is { } file)
        {
            AtomicFile.WriteBytes(file, PayloadCodec.Encode(IdealChannels.Of(detector)));
        }

        if (parsed.GetValue(_context.Json))
        {
            _context.PrintJson(new { FormatVersion = 1, Payload = PayloadCodec.Identify(payload).Hex, File = parsed.GetRequiredValue(_out) });
        }
        else
        {
            _context.Terminal.Output.WriteLine($"{parsed.GetRequiredValue(_out)}: {payload.TypeName} {PayloadCodec.Identify(payload).Abbreviated}, {payload.PePerMeV:F1} PE/MeV at the centre.");
        }

        return (int)ExitCode.Done;
    }
}
