using System.CommandLine;
using Isolux.Calibration.Channels;
using Isolux.Cli.Options;
using Isolux.Conditions;
using Isolux.Conditions.Payloads;
using Isolux.Detector;
using Isolux.Events.Hits;
using Isolux.Simulation.Response;
using Isolux.Storage.Cache;
using Isolux.Storage.Conditions;
using Isolux.Storage.Events;
using Isolux.Strategy.Channels;

namespace Isolux.Cli.Commands;

/// <summary><c>isolux calibrate channels</c>: constants of every channel from laser runs at the centre.</summary>
internal sealed class CalibrateChannelsVerb : Verb
{
    private readonly CommandContext _context;
    private readonly DetectorOptions _detector = new();
    private readonly Argument<string[]> _files = new("FILES") { Description = "Folders of laser runs at the centre, dim and brighter ones.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> _store = new("--store") { Description = "Store of constants to publish into, a SQLite file; nothing is published without.", HelpName = "FILE" };
    private readonly Option<string?> _tag = new("--tag") { Description = "Tag that receives the constants; with --store.", HelpName = "NAME" };
    private readonly Option<int?> _first = new("--first-run") { Description = "First run the constants are valid for; by default the smallest of the runs.", HelpName = "N" };
    private readonly Option<string> _author = new("--author") { Description = "Who publishes.", HelpName = "NAME", DefaultValueFactory = _ => "isolux calibrate channels" };
    private readonly Option<int> _threads = new("--threads") { Description = "Threads to use; all processors by default.", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
    private readonly Option<long> _mapPhotons = new("--map-photons")
    {
        Description = "Photons of the response map that says what each channel should see.",
        HelpName = "N",
        DefaultValueFactory = _ => new ResponseMapSettings().PhotonCount,
    };

    public CalibrateChannelsVerb(CommandContext context)
        : base(
            "channels",
            "Calibrate gain, efficiency, time and dark rate of every channel from laser runs.",
            "isolux calibrate channels laser-dim laser-bright --store constants.sqlite --tag channels",
            "isolux calibrate channels laser-dim laser-bright --json")
    {
        _context = context;
        _threads.Validators.Add(Requirement.Positive<int>);
        _first.Validators.Add(Requirement.NotNegative<int>);
        _mapPhotons.Validators.Add(result => Requirement.Within(result, ResponseMapSettings.LeastPhotons, ResponseMapSettings.MostPhotons));
        Add(_files);
        _detector.AddTo(this);
        foreach (Option option in new Option[] { _store, _tag, _first, _author, _threads, _mapPhotons })
        {
            Add(option);
        }

        SetAction((parsed, cancellation) => Task.FromResult(Calibrate(parsed, cancellation)));
    }

    private int Calibrate(ParseResult parsed, CancellationToken cancellation)
    {
        string? storeFile = parsed.GetValue(_store);
        if (storeFile is null != parsed.GetValue(_tag) is null)
        {
            throw new UsageException("constants cannot be published (--store and --tag belong together) give both or neither.");
        }

        DetectorDescription detector = _detector.Load(parsed);
        List<ParquetEventSource> sources = [];
        try
        {
            foreach (string file in parsed.GetRequiredValue(_files))
            {
                sources.Add(ParquetEventSource.Open(file));
                RequireFits(detector, sources[^1]);
            }

            ChannelCalibrationResult result = _context.Progress.Show(stages => Calibrate(parsed, detector, sources, stages, cancellation));
            PayloadTag? tag = parsed.GetValue(_tag) is { } name ? new PayloadTag(name) : null;
            if (tag is not null)
            {
                Publish(parsed, storeFile!, tag.Value, result.Constants, sources.Min(source => source.Run.RunNumber));
            }

            Print(parsed, tag, result);
            return (int)ExitCode.Done;
        }
        finally
        {
            sources.ForEach(source => source.Dispose());
        }
    }

    private ChannelCalibrationResult Calibrate(
        ParseResult parsed, DetectorDescription detector, List<ParquetEventSource> sources, IProgress<Isolux.Strategy.Summary.RunStage> stages, CancellationToken cancellation)
    {
        int threads = parsed.GetValue(_threads);
        FolderMapStore cache = new(_context.Surroundings.CacheFolder, _context.Terminal.Error.WriteLine);
        ResponseMapSettings mapSettings = new() { PhotonCount = parsed.GetValue(_mapPhotons) };
        ResponseMap map = new ResponseMapProvider(cache, mapSettings, threads).Provide(detector, new StageProgress(stages, "response maps"), cancellation);
        ChannelCalibrator calibrator = new(ChannelExpectations.OfCentre(detector, map), new ChannelCalibrationSettings { Threads = threads });
        CountProgress progress = new(new StageProgress(stages, "laser runs"), Math.Max(1, sources.Sum(source => source.EventCount)));
        try
        {
            return calibrator.Calibrate(sources, Provenance(sources), progress, cancellation);
        }
        catch (InvalidOperationException fault)
        {
            throw new InvalidSpecificationException(new SpecificationFault(sources[0].Folder, "the laser runs", null, fault.Message.TrimEnd('.'), "give other runs"));
        }
    }

    private static string Provenance(List<ParquetEventSource> sources) =>
        "laser runs " + string.Join(", ", sources.Select(source => $"{source.Run.RunNumber} ({source.Run.DetectorName}, {source.EventCount} flashes{(source.Run.Seed is { } seed ? $", simulation, seed {seed}" : "")})"));

    private static void RequireFits(DetectorDescription detector, ParquetEventSource source)
    {
        if (source.Run.ChannelCount != detector.Photosensors.Length)
        {
            throw new UsageException(
                $"{source.Folder} cannot calibrate {detector.Name} (it has {source.Run.ChannelCount} channels, the detector {detector.Photosensors.Length}) name its detector with --detector.");
        }
    }

    private void Publish(ParseResult parsed, string file, PayloadTag tag, ChannelConstantsPayload constants, uint firstRun)
    {
        ChangeNote note = new(parsed.GetRequiredValue(_author), constants.Provenance, _context.Surroundings.Clock.GetUtcNow());
        RunNumber first = new(parsed.GetValue(_first) ?? (int)firstRun);
        PublicationReceipt receipt = SqliteConditionsStore.OpenOrCreate(file).Publish(new PublicationRequest(tag, Iov.From(first), constants, PublicationVerdict.Accepted, note));
        _context.Say($"{constants.TypeName} {receipt.Payload.Abbreviated}: {(receipt.Outcome == PublicationOutcome.Opened ? "published" : "already valid there, nothing changed")}.");
    }

    private void Print(ParseResult parsed, PayloadTag? tag, ChannelCalibrationResult result)
    {
        ChannelConstantsPayload constants = result.Constants;
        if (parsed.GetValue(_context.Json))
        {
            _context.PrintJson(new CalibrateChannelsReport(
                1,
                PayloadCodec.Identify(constants).Hex,
                tag?.ToString(),
                constants.ChannelCount,
                Count(ChannelStatus.Good),
                Count(ChannelStatus.Dead),
                Count(ChannelStatus.Noisy),
                Count(ChannelStatus.NotCalibrated),
                constants.Headlines,
                [.. result.Runs]));
            return;
        }

        var table = new ResultTable("quantity", "value", "error", "unit");
        foreach (HeadlineValue headline in constants.Headlines)
        {
            table.Add(headline.Name, $"{headline.Value:G6}", headline.Error is > 0 and var error ? $"{error:G2}" : "", headline.Unit == "1" ? "" : headline.Unit);
        }

        table.Print(_context.Terminal);

        int Count(ChannelStatus status) => constants.Statuses.Count(found => found == status);
    }
}
