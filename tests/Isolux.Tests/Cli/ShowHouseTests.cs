using System.Text.Json;
using Isolux.Tests.Storage;
using Xunit;

namespace Isolux.Tests.Cli;

public sealed class ShowHouseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task The_page_about_the_house_works_as_written()
    {
        string page = await File.ReadAllTextAsync(Path.Combine(DocumentationTests.Root, "docs", "how-to", "keep-the-calibration-house.md"), TestContext.Current.CancellationToken);
        string overlay = _folder.Write("new-test.json", page.Split("```json\n")[1].Split("```")[0]);
        string[] commands = [.. page.Split('\n').Where(line => line.StartsWith("    ./isolux ", StringComparison.Ordinal)).Select(line => line.Trim()["./isolux ".Length..])];
        Assert.Equal(3, commands.Length);

        // 114 Bq, 379 days, half-life 270.9 days.
        Assert.Equal((false, 43.2), await Ge68Async(commands[0]));
        CommandOutcome refused = await RunAsync(commands[1]);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("leak test of 2025-01-01 is not valid on 2026-01-15", refused.Error, StringComparison.Ordinal);
        Assert.Equal((true, 43.2), await Ge68Async(commands[2]));

        Task<CommandOutcome> RunAsync(string command) => CommandLine.RunAsync(
            [.. command.Split(' ').Select(w => w == "new-test.json" ? overlay : w.StartsWith("deployments/", StringComparison.Ordinal) ? Path.Combine(_folder.Path, w) : w)]);

        async Task<(bool MayBeUsed, double ActivityBq)> Ge68Async(string command)
        {
            CommandOutcome outcome = await RunAsync(command + " --json");
            Assert.True(outcome.ExitCode == 0, outcome.Error);
            JsonElement ge68 = JsonDocument.Parse(outcome.Output).RootElement.GetProperty("inventory").EnumerateArray().Single(stored => stored.GetProperty("source").GetString() == "Ge68");
            return (ge68.GetProperty("mayBeUsed").GetBoolean(), Math.Round(ge68.GetProperty("activityBq").GetDouble(), 1));
        }
    }

    [Fact]
    public async Task A_detector_without_a_house_says_so()
    {
        CommandOutcome outcome = await CommandLine.RunAsync("show", "house", "--detector", "toy-spheres");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("no calibration house", outcome.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
