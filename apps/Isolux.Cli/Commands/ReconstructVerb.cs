using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Isolux.Cli.Options;
using Isolux.Conditions;
using Isolux.Detector;
using Isolux.Events.Hits;
using Isolux.Events.Reconstructed;
using Isolux.Reconstruction;
using Isolux.Storage.Conditions;
using Isolux.Storage.Events;
using Isolux.Storage.Output;
using Isolux.Strategy.Provenance;
using Isolux.Strategy.Summary;

namespace Isolux.Cli.Commands;

/// <summary><c>isolux reconstruct</c>: vertex, time and energy of every event of some runs.</summary>
internal sealed class ReconstructVerb : Verb
{
    private readonly CommandContext _context;
    private readonly DetectorOptions _detector = new();
    private readonly Argument<string[]> _files = new("FILES") { Description = "Folders of events, one per run.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> _store = StoreOption.Create();
    private readonly Option<string> _tag = new("--tag") { Description = "Global tag of the constants: expected light, light yield, channels.", HelpName = "NAME", Required = true };
    private readonly Option<ReconstructionMode> _mode = new("--mode") { Description = "What is used of an event: full, charge or centroid.", DefaultValueFactory = _ => ReconstructionMode.Full };
    private readonly Option<string> _out = new("--out") { Description = "Folder of the results, one folder in it per run. The same command resumes it where it was interrupted.", HelpName = "DIR", Required = true };
    private readonly Option<int> _threads = new SimulationOptions().Threads;

    public ReconstructVerb(CommandContext context)
        : base(
            "reconstruct",
            "Reconstruct vertex, time and energy of events from their hits.",
            "isolux reconstruct positrons --store constants.sqlite --tag juno-1 --out reconstructed",
            "isolux reconstruct run-42 run-43 --store constants.sqlite --tag juno-1 --mode charge --out check --json")
    {
        _context = context;
        Add(_files);
        foreach (Option option in new Option[] { _store, _tag, _mode, _out, _threads })
        {
            Add(option);
        }

        _detector.AddTo(this);
        SetAction((parsed, cancellation) => Task.FromResult(Reconstruct(parsed, cancellation)));
    }

    private int Reconstruct(ParseResult parsed, CancellationToken cancellation)
    {
        DetectorDescription detector = _detector.Load(parsed);
        SqliteConditionsStore store = SqliteConditionsStore.Open(parsed.GetRequiredValue(_store));
        List<ReconstructedRunReport> runs = _context.Progress.Show(stages =>
            parsed.GetRequiredValue(_files).Select(file => Reconstruct(parsed, file, detector, store, stages, cancellation)).ToList());
        if (parsed.GetValue(_context.Json))
        {
            _context.PrintJson(new ReconstructReport(1, runs));
        }
        else
        {
            runs.ForEach(run => _context.Terminal.Output.WriteLine(
                $"{run.Folder}: run {run.Run}, {run.Count} events: {run.Converged} converged, {run.AtBoundary} at the boundary, {run.NotConverged} not converged, {run.TooFewHits} with too few hits."));
        }

        return (int)ExitCode.Done;
    }

    private ReconstructedRunReport Reconstruct(
        ParseResult parsed, string file, DetectorDescription detector, IConditionsStore store, IProgress<RunStage> stages, CancellationToken cancellation)
    {
        using ParquetEventSource source = ParquetEventSource.Open(file);
        if (source.Run.ChannelCount != detector.Photosensors.Length)
        {
            throw new UsageException(
                $"{source.Folder} is not of {detector.Name} (it has {source.Run.ChannelCount} channels, the detector {detector.Photosensors.Length}) name its detector with --detector.");
        }

        var settings = new ReconstructionSettings { Mode = parsed.GetValue(_mode) };
        ConditionsSnapshot snapshot = ConditionsSnapshot.Resolve(store, parsed.GetRequiredValue(_tag), new RunNumber((int)source.Run.RunNumber));
        string folder = Path.Combine(parsed.GetRequiredValue(_out), Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(source.Folder))));
        ReadoutWindow window = source.Run.Window ?? new ReadoutWindow(0.0, detector.DarkNoiseWindowNs);
        using (ParquetReconstructedSink sink = ParquetReconstructedSink.Create(folder, source.Run, Origin(source, detector, snapshot, settings)))
        {
            if (!sink.IsComplete)
            {
                EventReconstructor reconstructor = Prepare(detector, snapshot, window, settings);
                Fill(sink, source, reconstructor, parsed.GetValue(_threads), new StageProgress(stages, $"run {source.Run.RunNumber}"), cancellation);
                sink.Complete();
            }
        }

        return Report(source, folder, cancellation);
    }

    private static EventReconstructor Prepare(DetectorDescription detector, ConditionsSnapshot snapshot, ReadoutWindow window, ReconstructionSettings settings)
    {
        try
        {
            return new EventReconstructor(detector, snapshot, window, settings);
        }
        catch (ArgumentException fault)
        {
            throw new UsageException($"the constants of {snapshot.GlobalTag} do not fit {detector.Name} ({fault.Message}) choose the tag of this detector.");
        }
    }

    private static void Fill(
        ParquetReconstructedSink sink, ParquetEventSource source, EventReconstructor reconstructor, int threads, StageProgress progress, CancellationToken cancellation)
    {
        long done = 0;
        foreach (HitBatch batch in source.Read(cancellation))
        {
            if (batch.Count > 0 && (sink.LastEventNumber is not { } last || batch.EventNumbers.Span[^1] > last))
            {
                sink.Write(reconstructor.Reconstruct(batch, threads, cancellation));
            }

            done += batch.Count;
            progress.Report((double)done / Math.Max(1, source.EventCount));
        }
    }

    // What decides the result besides the program: the events, the constants that were resolved, and the settings.
    private static EventOrigin Origin(ParquetEventSource source, DetectorDescription detector, ConditionsSnapshot snapshot, ReconstructionSettings settings)
    {
        ProgramIdentity program = ProgramIdentityReader.Read(typeof(ReconstructVerb).Assembly);
        string inputs = string.Join('\n', [source.Origin.InputsDigest, settings.ToString(), .. snapshot.Entries.Select(entry => $"{entry.PayloadType} {entry.Payload}")]);
        return new EventOrigin($"{program.Version}+{program.Commit}", detector.Digest, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(inputs))));
    }

    private static ReconstructedRunReport Report(ParquetEventSource source, string folder, CancellationToken cancellation)
    {
        using ParquetReconstructedSource written = ParquetReconstructedSource.Open(folder);
        long[] counts = new long[Enum.GetValues<RecoStatus>().Length];
        foreach (ReconstructedEvent result in written.Read(cancellation).SelectMany(group => group))
        {
            counts[(int)result.Status]++;
        }

        return new ReconstructedRunReport(
            source.Folder,
            folder,
            source.Run.RunNumber,
            written.EventCount,
            counts[(int)RecoStatus.Converged],
            counts[(int)RecoStatus.TooFewHits],
            counts[(int)RecoStatus.NotConverged],
            counts[(int)RecoStatus.AtBoundary]);
    }
}
