using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using Isolux.Cli.Options;
using Isolux.Cli.Runs;
using Isolux.Storage.Output;
using Isolux.Strategy.Provenance;
using Isolux.Strategy.Report;

namespace Isolux.Cli.Commands;

/// <summary><c>isolux reproduce</c>: does a run again and compares.</summary>
internal sealed class ReproduceVerb : Verb
{
    private readonly CommandContext _context;
    private readonly CalibrationRun _calibrate;
    private readonly Option<int> _threads = new SimulationOptions().Threads;
    private readonly Argument<string> _manifest = new("MANIFEST") { Description = "manifest.json of a run; summary.json lies beside it." };

    public ReproduceVerb(CommandContext context, CalibrationRun calibrate)
        : base("reproduce", "Do a run again and compare: exit 0 if equal, 1 with the differences if not.", "isolux reproduce runs/juno-comprehensive-1/manifest.json --threads 1")
    {
        _context = context;
        _calibrate = calibrate;
        Add(_manifest);
        Add(_threads);
        SetAction((parsed, cancellation) => Task.FromResult(Reproduce(parsed, cancellation)));
    }

    private int Reproduce(ParseResult parsed, CancellationToken cancellation)
    {
        string manifestFile = parsed.GetRequiredValue(_manifest);
        RunManifest earlier = OutputJson.Read<RunManifest>(manifestFile);
        JsonNode summary = OutputJson.Read<JsonNode>(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(manifestFile))!, "summary.json"));
        RunRequest request = RunRequestReader.Read(earlier.Inputs, parsed.GetValue(_threads));
        ImmutableArray<string> differences = Compare("inputs", earlier.Inputs, request.Inputs);
        if (differences.IsEmpty)
        {
            differences = Repeat(request, earlier, summary, cancellation);
        }

        Print(parsed, differences);
        return (int)(differences.IsEmpty ? ExitCode.Done : ExitCode.Failed);
    }

    private ImmutableArray<string> Repeat(RunRequest request, RunManifest earlier, JsonNode summary, CancellationToken cancellation)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("isolux-reproduce-");
        try
        {
            ReportContent content = new RunExecutor(_context, _calibrate).Execute(
                request, Path.Combine(folder.FullName, "constants.sqlite"), earlier.CommandLine, cancellation);
            return
            [
                .. SummaryComparison.Compare(summary, JsonNode.Parse(OutputJson.Write(content.Summary))).Select(d => $"summary {d}"),
                .. Compare("payloads", earlier.ConditionsSnapshot, content.Manifest.ConditionsSnapshot),
                .. Compare("outputs", earlier.Outputs, content.Manifest.Outputs),
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ImmutableArray<string> Compare<T>(string what, T expected, T found) =>
        [.. SummaryComparison.Compare(JsonNode.Parse(OutputJson.Write(expected)), JsonNode.Parse(OutputJson.Write(found))).Select(d => $"{what} {d}")];

    private void Print(ParseResult parsed, ImmutableArray<string> differences)
    {
        if (parsed.GetValue(_context.Json))
        {
            _context.PrintJson(new { FormatVersion = 1, Equal = differences.IsEmpty, Differences = differences });
            return;
        }

        _context.Terminal.Output.WriteLine(differences.IsEmpty ? "The run gave the same result again." : $"{differences.Length} differences:");
        foreach (string difference in differences)
        {
            _context.Terminal.Output.WriteLine($"  {difference}");
        }
    }
}
