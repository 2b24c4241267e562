using System.Text.Json;
using System.Text.RegularExpressions;
using Isolux.Tests.Storage;
using Xunit;

namespace Isolux.Tests.Cli;

/// <summary>The how-to page of deployments, executed.</summary>
public sealed partial class DeployVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task The_page_about_deployments_works_as_written()
    {
        string page = await File.ReadAllTextAsync(Path.Combine(DocumentationTests.Root, "docs", "how-to", "deploy-a-campaign.md"), TestContext.Current.CancellationToken);
        string faults = _folder.Write("faults.json", FaultBlock().Match(page).Groups["json"].Value);
        string[] commands = [.. page.Split('\n').Where(line => line.StartsWith("    ./isolux ", StringComparison.Ordinal)).Select(line => line.Trim()["./isolux ".Length..])];
        Assert.Equal(3, commands.Length);
        List<JsonElement> reports = [];
        foreach (string command in commands)
        {
            string[] words = [.. command.Split(' ').Select(w => w == "faults.json" ? faults : w.StartsWith("deployments/", StringComparison.Ordinal) ? Path.Combine(_folder.Path, w) : w)];
            CommandOutcome outcome = await CommandLine.RunAsync([.. words, "--json"]);
            Assert.True(outcome.ExitCode == 0, outcome.Error);
            reports.Add(JsonDocument.Parse(outcome.Output).RootElement);
        }

        Assert.All(reports, report => Assert.Equal("completed", report.GetProperty("outcome").GetString()));
        Assert.All(reports, report => Assert.Equal(15, report.GetProperty("points").GetInt32()));
        string record = await File.ReadAllTextAsync(Path.Combine(_folder.Path, "deployments", "weekly-with-faults", "documents.jsonl"), TestContext.Current.CancellationToken);
        Assert.Contains("suspended (oxygen)", record, StringComparison.Ordinal);
        Assert.True(reports[2].GetProperty("elapsedMinutes").GetDouble() > reports[0].GetProperty("elapsedMinutes").GetDouble());
    }

    [Fact]
    public async Task A_folder_with_a_run_is_not_overwritten()
    {
        string folder = Path.Combine(_folder.Path, "run");
        Assert.Equal(2, (await CommandLine.RunAsync("deploy", "weekly", "--out", folder, "--resume")).ExitCode);
        Assert.Equal(0, (await CommandLine.RunAsync("deploy", "weekly", "--out", folder)).ExitCode);
        CommandOutcome again = await CommandLine.RunAsync("deploy", "weekly", "--out", folder);
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("give --resume", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_without_a_valid_leak_test_stays_in_its_slot()
    {
        CommandOutcome late = await CommandLine.RunAsync("deploy", "weekly", "--date", "2027-01-01", "--out", Path.Combine(_folder.Path, "late"));
        Assert.Equal(2, late.ExitCode);
        Assert.Contains("leak test", late.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    [GeneratedRegex("```json\n(?<json>.*?)```", RegexOptions.Singleline)]
    private static partial Regex FaultBlock();
}
