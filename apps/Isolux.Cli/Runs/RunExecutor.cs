using System.Collections.Immutable;
using System.Diagnostics;
using System.Security.Cryptography;
using Isolux.Storage.Output;
using Isolux.Strategy.Provenance;
using Isolux.Strategy.Report;
using Isolux.Strategy.Run;
using Isolux.Strategy.Summary;

namespace Isolux.Cli.Runs;

/// <summary>Runs, measures time and memory, and writes down where the result comes from.</summary>
internal sealed class RunExecutor(CommandContext context, CalibrationRun calibrate)
{
    private const double BytesPerMB = 1e6;

    /// <summary>Does the run.</summary>
    /// <param name="request">The run.</param>
    /// <param name="constantsFile">Store of its constants.</param>
    /// <param name="commandLine">The command line, for the manifest.</param>
    /// <param name="cancellation">Stops it.</param>
    public ReportContent Execute(RunRequest request, string constantsFile, ImmutableArray<string> commandLine, CancellationToken cancellation)
    {
        TimeProvider clock = context.Surroundings.Clock;
        long started = clock.GetTimestamp();
        RunOutcome outcome = context.Progress.Show(stages => calibrate(request, constantsFile, stages, cancellation));
        double seconds = clock.GetElapsedTime(started).TotalSeconds;
        using var process = Process.GetCurrentProcess();
        RunSummary summary = outcome.Summary with { Threads = request.Threads, WallSeconds = seconds, PeakMemoryMB = process.PeakWorkingSet64 / BytesPerMB };
        var manifest = new RunManifest
        {
            Program = ProgramIdentityReader.Read(typeof(RunExecutor).Assembly),
            Inputs = request.Inputs,
            CommandLine = commandLine,
            EndedAt = clock.GetUtcNow(),
            WallSeconds = seconds,
            GlobalTag = outcome.Snapshot.GlobalTag,
            ConditionsSnapshot = outcome.Snapshot.Entries.ToImmutableSortedDictionary(e => e.PayloadType, e => e.Payload.Hex),
            Counts = outcome.Counts,
            Outputs = ImmutableSortedDictionary<string, string>.Empty.Add("plan.json", Convert.ToHexStringLower(SHA256.HashData(request.Plan.ToJson()))),
        };
        return outcome.Report(summary, manifest);
    }
}
