using System.Text.Json.Nodes;
using Isolux.Cli.Runs;
using Isolux.Conditions;
using Isolux.Conditions.Payloads;
using Isolux.Strategy.Run;
using Isolux.Strategy.Summary;
using Isolux.Tests.Reporting;
using Xunit;

namespace Isolux.Tests.Cli;

public sealed class RunVerbTests : IDisposable
{
    private static readonly string[] Sections = ["campaign", "lightYield", "nonUniformity", "resolution"];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("isolux-run-");

    private string Out => Path.Combine(_folder.FullName, "run");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_run_prints_its_summary_and_writes_all_files()
    {
        CommandOutcome outcome = await RunAsync(Synthetic, "--json");
        Assert.Equal(0, outcome.ExitCode);
        JsonObject summary = JsonNode.Parse(outcome.Output)!.AsObject();
        Assert.Equal(Sections, Sections.Where(summary.ContainsKey));
        Assert.Equal(1344.6, (double)summary["lightYield"]!["valuePePerMeV"]!);
        Assert.Equal("central-ibd", (string)summary["resolution"]!["rows"]![0]!["name"]!);
        Assert.Equal(2.62, (double)summary["resolution"]!["rows"]![0]!["published"]!["a"]!);
        JsonObject source = summary["nonLinearity"]!["sources"]![0]!.AsObject();
        Assert.Equal(
            ["name", "energyMeV", "peakPe", "peakPeError", "visibleRatio", "visibleRatioError", "shadowingBiasPercent", "shadowingBiasError", "energyLossBiasPercent", "energyLossBiasError", "refusal"],
            source.Select(member => member.Key));
        Assert.Equal(-0.094, (double)source["shadowingBiasPercent"]!);
        Assert.Equal(
            ["name", "chi2", "ndf", "positronBandMaxPercent", "positronOwnBandMaxPercent", "positronBiasMaxPercent", "truthInsideFraction"], summary["nonLinearity"]!["models"]![0]!.AsObject().Select(member => member.Key));
        Assert.True((double)summary["peakMemoryMB"]! > 1);
        Assert.Null(summary["nonUniformity"]!["residualRms"]);
        string[] files = ["summary.json", "manifest.json", "plan.json", "run.json", "report/index.html"];
        Assert.All(files, f => Assert.True(File.Exists(Path.Combine(Out, f)), f));
        Assert.Empty(Directory.EnumerateFiles(Out, "*.tmp", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }));
    }

    [Fact]
    public async Task The_same_inputs_are_not_computed_again_and_others_are_refused()
    {
        int runs = 0;
        RunOutcome Counted(RunRequest request)
        {
            runs++;
            return Outcome();
        }

        await RunAsync(Counted);
        CommandOutcome again = await RunAsync(Counted, "--threads", "1");
        Assert.Equal(0, again.ExitCode);
        Assert.Equal(1, runs);
        byte[] before = File.ReadAllBytes(Path.Combine(Out, "summary.json"));
        CommandOutcome other = await RunAsync(Counted, "--seed", "2");
        Assert.Equal(2, other.ExitCode);
        Assert.Empty(other.Output);
        Assert.Contains("holds another run", other.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(Out, "summary.json")));
    }

    [Fact]
    public async Task A_run_that_stops_half_way_is_resumed()
    {
        CommandOutcome failed = await RunAsync(_ => throw new IOException("No space left on device", 28));
        Assert.Equal(1, failed.ExitCode);
        Assert.Contains("the disk is full", failed.Error, StringComparison.Ordinal);
        CommandOutcome resumed = await RunAsync(Synthetic);
        Assert.Equal(0, resumed.ExitCode);
        Assert.True(File.Exists(Path.Combine(Out, "manifest.json")));
    }

    [Theory]
    [InlineData("--out", "/proc/isolux/run")]
    [InlineData("--statistics", "0")]
    [InlineData("--statistics", "NaN")]
    [InlineData("--threads", "0")]
    [InlineData("--campaign", "nonesuch")]
    [InlineData("--detector", "nonesuch")]
    [InlineData("--seed", "-1")]
    public async Task Bad_input_is_one_sentence_and_exit_code_2(string option, string value)
    {
        CommandOutcome outcome = await CommandLine.RunAsync((_, _, _, _) => Outcome(), "run", "--campaign", "weekly", option, value, "--json");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.Matches(@"^isolux: [^\n]+\.\n$", outcome.Error);
    }

    [Fact]
    public async Task Reproduce_tells_equal_from_different()
    {
        await RunAsync(Synthetic);
        string manifest = Path.Combine(Out, "manifest.json");
        CommandOutcome equal = await CommandLine.RunAsync((_, _, _, _) => Outcome(), "reproduce", manifest, "--threads", "1");
        Assert.Equal(0, equal.ExitCode);
        CommandOutcome different = await CommandLine.RunAsync((_, _, _, _) => Shifted(), "reproduce", manifest, "--json");
        Assert.Equal(1, different.ExitCode);
        JsonNode report = JsonNode.Parse(different.Output)!;
        Assert.False((bool)report["equal"]!);
        Assert.Equal("summary $.lightYield.valuePePerMeV: 1344.6 became 1344.7", (string)Assert.Single(report["differences"]!.AsArray())!);
    }

    private static RunOutcome Shifted()
    {
        RunOutcome outcome = Outcome();
        return outcome with { Summary = outcome.Summary with { LightYield = outcome.Summary.LightYield! with { ValuePePerMeV = 1344.7 } } };
    }

    private static RunOutcome Outcome()
    {
        RunSummary summary = SyntheticReport.Create().Summary;
        return new RunOutcome(
            summary,
            ConditionsSnapshot.NominalForTestsOnly(new LightYieldPayload(1344.6, 0.9, "simulation")),
            [],
            (measured, manifest) => SyntheticReport.Create() with { Summary = measured, Manifest = manifest });
    }

    private static RunOutcome Synthetic(RunRequest request) => Outcome();

    private Task<CommandOutcome> RunAsync(Func<RunRequest, RunOutcome> calibrate, params string[] arguments) =>
        CommandLine.RunAsync((request, _, _, _) => calibrate(request), ["run", "--campaign", "weekly", "--out", Out, .. arguments]);
}
