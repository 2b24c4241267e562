using System.Text.RegularExpressions;
using Xunit;

namespace Isolux.Tests.Cli;

/// <summary>The commands the documentation quotes exist and their options are accepted.</summary>
public sealed partial class DocumentationTests
{
    internal static readonly string Root = FindRoot();

    public static TheoryData<string> Commands() =>
    [
        .. Documents().SelectMany(File.ReadAllLines)
            .Where(line => line.StartsWith("    ./isolux ", StringComparison.Ordinal))
            .Select(line => line.Split('#')[0].Trim()["./isolux ".Length..])
            .Distinct(),
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_quoted_command_has_help_that_knows_its_options(string command)
    {
        string[] words = Word().Matches(command).Select(m => m.Value).ToArray();
        string[] verb = [.. words.TakeWhile(w => w is "show" or "simulate" or "calibrate" or "conditions" or "sensitivity" or "plan" or "position" || !w.StartsWith('-')).Take(words[0] is "show" or "simulate" or "calibrate" or "conditions" or "sensitivity" or "plan" or "position" ? 2 : 1)];
        CommandOutcome help = await CommandLine.RunAsync((_, _, _, _) => throw new InvalidOperationException("Help computes nothing."), [.. verb, "--help"]);
        Assert.Equal(0, help.ExitCode);
        Assert.Contains("Examples:", help.Output, StringComparison.Ordinal);
        Assert.All(words.Where(w => w.StartsWith("--", StringComparison.Ordinal)), option => Assert.Contains(option, help.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Documents_that_ship_are_valid()
    {
        foreach (string name in new[] { "detectors/juno", "detectors/toy-spheres", "detectors/toy-balls", "detectors/toy-lab", "campaigns/weekly.json", "campaigns/monthly.json", "campaigns/comprehensive.json", "datasets/juno-2025", "datasets/juno-2025/spectrum.json", "datasets/simulated-positions/ultrasound.json", "datasets/simulated-positions/cameras.json" })
        {
            CommandOutcome outcome = await CommandLine.RunAsync("check", Path.Combine(Root, name));
            Assert.True(outcome.ExitCode == 0, outcome.Error);
        }
    }

    private static IEnumerable<string> Documents() =>
        Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories).Append(Path.Combine(Root, "README.md"));

    private static string FindRoot()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Isolux.slnx")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Word();
}
