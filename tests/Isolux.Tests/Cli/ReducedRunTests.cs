using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Isolux.Conditions;
using Isolux.Storage.Conditions;
using Isolux.Storage.Output;
using Isolux.Strategy.Resolution;
using Isolux.Testing;
using Xunit;

namespace Isolux.Tests.Cli;

/// <summary>The whole strategy on juno with the fewest events a run takes (1,000 per sample, a map of 10^7 photons), as a user starts it.</summary>
public sealed class ReducedRunTests(ReducedRunTests.Run run) : IClassFixture<ReducedRunTests.Run>
{
    private static readonly string[] RowNames =
        ["central-ibd", "ideal-correction", "azimuthal-symmetry", "single-gamma-source", "finite-points", "vertex-smearing"];

    public sealed class Run : IAsyncLifetime
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("isolux-reduced-");

        public string Folder => Path.Combine(_folder.FullName, "run");

        public JsonObject Summary { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            CommandOutcome outcome = await CommandLine.RunAsync("run", "--statistics", "0.03", "--threads", "2", "--out", Folder, "--json");
            Assert.True(outcome.ExitCode == 0, outcome.Error);
            Summary = JsonNode.Parse(outcome.Output)!.AsObject();
        }

        public ValueTask DisposeAsync()
        {
            _folder.Delete(recursive: true);
            return ValueTask.CompletedTask;
        }
    }

    [Fact]
    public void The_summary_has_the_agreed_members()
    {
        JsonObject summary = run.Summary;
        RequireNumbers(summary, "formatVersion", "seed", "threads", "wallSeconds", "peakMemoryMB");
        Assert.Equal("juno", (string)summary["detector"]!);
        RequireNumbers(summary["lightYield"]!, "valuePePerMeV", "error");
        RequireNumbers(summary["nonUniformity"]!, "points", "maximum", "maximumRadiusM", "at17m", "fiducialMean", "fiducialRms", "residualRms");
        RequireNumbers(summary["campaign"]!, "steps", "travelMinutes", "dataMinutes");
        JsonArray rows = summary["resolution"]!["rows"]!.AsArray();
        Assert.Equal(RowNames, rows.Select(row => (string)row!["name"]!));
        Assert.All(rows, row =>
        {
            RequireNumbers(row!, "a", "aError", "b", "bError", "c", "cError", "aTilde", "aTildeError", "aTildeDirect");
            RequireNumbers(row!["published"]!, "a", "b", "c", "aTilde");
        });
        JsonArray steps = summary["resolution"]!["steps"]!.AsArray();
        Assert.Equal(RowNames[1..^1], steps.Select(step => (string)step!["from"]!));
        Assert.Equal(RowNames[2..], steps.Select(step => (string)step!["to"]!));
        Assert.All(steps, step => RequireNumbers(step!, "deltaATilde", "error", "published"));
        Assert.Equal(summary.ToJsonString(), JsonNode.Parse(File.ReadAllText(Path.Combine(run.Folder, "summary.json")))!.ToJsonString());
    }

    [Fact]
    public void Every_correction_step_is_positive_within_three_errors_and_is_the_difference_of_its_rows()
    {
        // Four steps of 3 sigma: false alarm 4 x 0.0013 with a fresh seed; the seed is fixed.
        Dictionary<string, double> rows = run.Summary["resolution"]!["rows"]!.AsArray().ToDictionary(row => (string)row!["name"]!, row => (double)row!["aTilde"]!);
        Assert.All(run.Summary["resolution"]!["steps"]!.AsArray(), step =>
        {
            double delta = (double)step!["deltaATilde"]!;
            Assert.True(delta >= -3.0 * (double)step["error"]!, step.ToJsonString());
            Assert.Equal(rows[(string)step["to"]!] - rows[(string)step["from"]!], delta, 1e-9);
        });
    }

    [Fact]
    public void Numbers_lie_where_the_physics_puts_them()
    {
        // Y0 is declared to be 1345 PE/MeV; 1,000 events know it to 0.1 % and the map of 10^7 photons adds 0.5 %.
        Assert.InRange((double)run.Summary["lightYield"]!["valuePePerMeV"]!, 1320, 1370);
        JsonNode map = run.Summary["nonUniformity"]!;
        Assert.InRange((double)map["maximum"]!, 1.05, 1.25);
        Assert.InRange((double)map["maximumRadiusM"]!, 14.0, 16.8);
        Assert.InRange((double)map["residualRms"]!, 0.0, 0.02);

        // A few hundred events a peak know a~ to some 2 %: 3 % +- 0.5 % holds for every row and for the direct reading.
        Assert.All(run.Summary["resolution"]!["rows"]!.AsArray(), row =>
        {
            Assert.InRange((double)row!["aTilde"]!, 2.5, 3.5);
            Assert.InRange((double)row["aTildeDirect"]!, 2.4, 3.7);
            Assert.InRange((double)row["aTildeError"]!, 0.005, 0.2);
        });
    }

    [Fact]
    public void The_reduced_run_agrees_with_the_numbers_of_the_README()
    {
        // Six rows at 4 sigma: false alarm 6 x 6e-5 with a fresh seed; the seed is fixed. The reduced run knows a~ to about 0.06 %.
        string readme = File.ReadAllText(Path.Combine(DocumentationTests.Root, "README.md"));
        foreach (JsonNode? row in run.Summary["resolution"]!["rows"]!.AsArray())
        {
            string title = ResolutionRowNames.Title((string)row!["name"]!);
            Match quoted = Regex.Match(readme, $@"\| {title} \|.*?\|.*?\|.*?\| (\d\.\d{{3}})\((\d+)\) \|");
            Assert.True(quoted.Success, $"README.md has no row '{title}'.");
            double value = double.Parse(quoted.Groups[1].Value, CultureInfo.InvariantCulture);
            double error = 1e-3 * double.Parse(quoted.Groups[2].Value, CultureInfo.InvariantCulture);
            StatisticalAssert.Agrees((double)row["aTilde"]!, (double)row["aTildeError"]!, value, error, falseAlarm: 6e-5);
        }
    }

    [Fact]
    public void The_published_constants_are_in_the_store_under_one_published_tag()
    {
        SqliteConditionsStore store = SqliteConditionsStore.OpenOrCreate(Path.Combine(run.Folder, "constants.sqlite"));
        GlobalTag tag = Assert.Single(store.ListGlobalTags());
        Assert.Equal(GlobalTagState.Published, tag.State);
        Assert.Equal(["darkNoise", "lightYield", "nonUniformityMap"], tag.Tags.Keys);
        JsonNode manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(run.Folder, "manifest.json")))!;
        Assert.Equal(tag.Name, (string)manifest["globalTag"]!);
        Assert.Equal(tag.Tags.Count, manifest["conditionsSnapshot"]!.AsObject().Count);
    }

    [Fact]
    public void The_report_and_its_figures_are_written_in_all_forms()
    {
        string report = Path.Combine(run.Folder, "report");
        Assert.True(new FileInfo(Path.Combine(report, "index.html")).Length > 10_000);
        string[] names = [.. Directory.EnumerateFiles(report, "*.svg", SearchOption.AllDirectories)];
        Assert.NotEmpty(names);
        Assert.All(names, svg => Assert.All(new[] { ".png", ".csv" }, form => Assert.True(File.Exists(Path.ChangeExtension(svg, form)), svg + form)));
    }

    [Fact]
    public async Task The_same_inputs_resume_and_others_are_refused()
    {
        CommandOutcome again = await CommandLine.RunAsync("run", "--statistics", "0.03", "--out", run.Folder, "--json");
        Assert.Equal(0, again.ExitCode);
        Assert.Contains("nothing was computed again", again.Error, StringComparison.Ordinal);
        Assert.Equal(run.Summary.ToJsonString(), JsonNode.Parse(again.Output)!.ToJsonString());
        CommandOutcome other = await CommandLine.RunAsync("run", "--statistics", "0.04", "--out", run.Folder, "--json");
        Assert.Equal(2, other.ExitCode);
        Assert.Empty(other.Output);
        Assert.Contains("holds another run", other.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_thread_gives_the_same_summary_and_the_same_constants()
    {
        CommandOutcome outcome = await CommandLine.RunAsync("reproduce", Path.Combine(run.Folder, "manifest.json"), "--threads", "1", "--json");
        Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Error);
        Assert.True((bool)JsonNode.Parse(outcome.Output)!["equal"]!);
        JsonNode shifted = run.Summary.DeepClone();
        shifted["lightYield"]!["valuePePerMeV"] = Math.BitIncrement((double)shifted["lightYield"]!["valuePePerMeV"]!);
        Assert.NotEmpty(SummaryComparison.Compare(run.Summary, shifted));
    }

    private static void RequireNumbers(JsonNode node, params string[] members) =>
        Assert.All(members, member => Assert.True(node[member]?.GetValueKind() == System.Text.Json.JsonValueKind.Number, $"{member} in {node.ToJsonString()}"));
}
