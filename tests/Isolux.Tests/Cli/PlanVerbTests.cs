using System.Text.Json;
using Isolux.Tests.Storage;
using Xunit;

namespace Isolux.Tests.Cli;

/// <summary>The published programs (strategy for precise calibration in JUNO, TIPP 2023), as the command prints them: points / travel / data / total minutes.</summary>
public sealed class PlanVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(
        "comprehensive",
        "ACU+CLS+GTCS AmC 250 680 1262 1942 fitted; ACU AmBe 1 58 17 75 derived; ACU laser 10 58 333 391 derived; ACU Ge68 1 58 17 75 derived; ACU Cs137 1 58 17 75 derived; "
        + "ACU Mn54 1 58 17 75 derived; ACU Co60 1 58 17 75 derived; ACU K40 1 58 100 158 derived",
        "1086 1780 2866")]
    [InlineData("weekly", "ACU AmC 5 58 5 63 derived; ACU laser 10 58 20 78 derived", "116 25 141")]
    [InlineData(
        "monthly", "ACU AmC 27 93 27 120 derived; ACU laser 27 93 54 147 derived; CLS AmC 40 293 40 333 fitted; GTCS AmC 23 50 23 73 fitted", "529 144 673")]
    public async Task A_published_table_comes_out_row_by_row(string campaign, string rows, string totals)
    {
        JsonElement plan = await PlanAsync(campaign, "--json");
        string[] row = ["system", "source", "points", "travelMinutes", "dataMinutes", "totalMinutes", "basis"];
        Assert.Equal(rows, string.Join("; ", plan.GetProperty("rows").EnumerateArray().Select(r => string.Join(' ', row.Select(name => r.GetProperty(name).ToString())))));
        string[] sums = ["travelMinutes", "dataMinutes", "totalMinutes"];
        Assert.Equal(totals, string.Join(' ', sums.Select(name => plan.GetProperty("totals").GetProperty(name).ToString())));
        Assert.Empty(plan.GetProperty("violations").EnumerateArray());
    }

    [Fact]
    public async Task Optimised_routes_stand_beside_the_published_table_and_change_none_of_it()
    {
        string folder = Path.Combine(_folder.Path, "plan");
        JsonElement plan = await PlanAsync("comprehensive", "--optimise", "--out", folder, "--json");
        Assert.Equal(2866, plan.GetProperty("totals").GetProperty("totalMinutes").GetInt32());
        JsonElement better = plan.GetProperty("optimised");
        Assert.Equal(2866 - better.GetProperty("totals").GetProperty("totalMinutes").GetInt32(), better.GetProperty("savedMinutes").GetInt32());
        Assert.InRange(better.GetProperty("savedMinutes").GetInt32(), 20, 60);
        Assert.All(
            new[] { "plan.json", "plan-optimised.json", "report.json", "path.svg", "path.png", "path.csv", "path-optimised.svg", "path-optimised.png" },
            name => Assert.True(new FileInfo(Path.Combine(folder, name)).Length > 0, name));
        Assert.Equal(plan.GetProperty("digest").GetString(), Isolux.Conditions.CanonicalJson.Digest(await File.ReadAllBytesAsync(Path.Combine(folder, "plan.json"), TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_person_reads_minutes_limits_and_cables()
    {
        CommandOutcome outcome = await CommandLine.RunAsync("plan", "monthly", "--date", "2026-07-01");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("rates of 2026-07-01", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("every step keeps them", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("CLS 2", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("673", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_that_have_decayed_are_refused_in_one_sentence()
    {
        CommandOutcome outcome = await CommandLine.RunAsync("plan", "comprehensive", "--date", "2100-01-01");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("has decayed so far", Assert.Single(outcome.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--count", "11")]
    [InlineData("--statistics", "0")]
    [InlineData("--campaign", "weekly")]
    public async Task A_study_of_points_refuses_what_it_cannot_use(string option, string value)
    {
        CommandOutcome outcome = await CommandLine.RunAsync("plan", "points", option, value);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.Single(outcome.Error.TrimEnd().Split('\n'));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<JsonElement> PlanAsync(params string[] arguments)
    {
        CommandOutcome outcome = await CommandLine.RunAsync(["plan", .. arguments]);
        Assert.True(outcome.ExitCode == 0, outcome.Error);
        return JsonDocument.Parse(outcome.Output).RootElement;
    }
}
