using Isolux.Storage.Documents;
using Isolux.Tests.Storage;
using Xunit;

namespace Isolux.Tests.Cli;

/// <summary>What a user can get wrong: one sentence on standard error, exit code 2, nothing on standard output, no computation.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("run", "--campaign", "nonesuch")]
    [InlineData("run", "--detector", "nonesuch")]
    [InlineData("run", "--overlay", "nonesuch")]
    [InlineData("run", "--statistics", "-1")]
    [InlineData("run", "--seed", "1.5")]
    [InlineData("run", "--threads", "-2")]
    [InlineData("run", "--out", "/proc/isolux")]
    [InlineData("run", "--nonsense", "1")]
    [InlineData("simulate photons", "--count", "-5")]
    [InlineData("simulate photons", "--count", "many")]
    [InlineData("simulate photons", "--detector", "nonesuch")]
    [InlineData("simulate photons", "--detector", "toy-lab")]
    [InlineData("simulate photons", "--position", "NaN,0,0")]
    [InlineData("simulate photons", "--position", "-1,0,Infinity")]
    [InlineData("simulate particles", "--particle", "muon")]
    [InlineData("simulate particles", "--energy", "NaN")]
    [InlineData("simulate particles", "--energy", "-1")]
    [InlineData("simulate particles", "--count", "-1")]
    [InlineData("simulate particles", "--overlay", "nonesuch")]
    [InlineData("import nonesuch.parquet", "--mapping", "nonesuch.json")]
    [InlineData("import nonesuch.parquet", "--out", "/proc/isolux")]
    [InlineData("import nonesuch.parquet", "--detector", "nonesuch")]
    [InlineData("import nonesuch.parquet", "--run", "16777216")]
    [InlineData("simulate events --laser 0.1 --out x", "--window", "5,-5")]
    [InlineData("simulate events --laser 0.1 --out x", "--particle", "e+")]
    [InlineData("simulate events --laser 0.1 --out x", "--detector", "toy-lab")]
    [InlineData("simulate events --laser 0.1 --out x", "--position", "0,0,18")]
    [InlineData("simulate events --laser 0.1 --out x", "--run", "-1")]
    [InlineData("simulate events --out x", "--source", "nonesuch")]
    [InlineData("simulate events --out x", "--laser", "0")]
    [InlineData("simulate events --out x", "--count", "5")]
    [InlineData("calibrate channels", "--threads", "2")]
    [InlineData("calibrate channels nonesuch", "--map-photons", "1e7")]
    [InlineData("calibrate channels nonesuch", "--tag", "channels")]
    [InlineData("calibrate nonlinearity", "--data", "nonesuch")]
    [InlineData("calibrate nonlinearity", "--toys", "-3")]
    [InlineData("calibrate nonlinearity", "--detector", "toy-lab")]
    [InlineData("calibrate nonlinearity", "--out", "/proc/isolux")]
    [InlineData("calibrate resolution", "--data", "nonesuch")]
    public Task A_wrong_option_is_one_sentence(string verb, string option, string value) => RequireRefused([.. verb.Split(' '), option, value]);

    [Theory]
    [InlineData("run")]
    [InlineData("simulate photons")]
    [InlineData("simulate particles")]
    public async Task A_truncated_table_is_one_sentence_that_names_the_file(string verb)
    {
        string detector = _folder.Copy(DetectorLoader.FindFolder("juno"));
        string table = Directory.EnumerateFiles(Path.Combine(detector, "tables"), "*.csv").Order(StringComparer.Ordinal).First();
        string text = File.ReadAllText(table).TrimEnd();
        File.WriteAllText(table, text[..text.LastIndexOf(',')]);
        string error = await RequireRefused([.. verb.Split(' '), "--detector", detector]);
        Assert.Contains(Path.GetFileName(table), error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("simulate photons")]
    public async Task An_unknown_key_in_an_overlay_is_one_sentence_that_names_it(string verb)
    {
        string overlay = Path.Combine(_folder.Path, "overlay.json");
        File.WriteAllText(overlay, """{ "formatVersion": 1, "scintillation": { "photonsPerGeV": { "value": 1, "source": "a mistake" } } }""");
        string error = await RequireRefused([.. verb.Split(' '), "--overlay", overlay]);
        Assert.Contains("photonsPerGeV", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_left_as_it_is()
    {
        string file = Path.Combine(_folder.Path, "occupied");
        File.WriteAllText(file, "a file where a folder is wanted");
        await RequireRefused(["run", "--campaign", "weekly", "--out", file]);
        await RequireRefused(["run", "--campaign", "weekly", "--out", Path.Combine(file, "below")]);
        Assert.Equal("a file where a folder is wanted", File.ReadAllText(file));
        string filled = Path.Combine(_folder.Path, "filled");
        Directory.CreateDirectory(filled);
        File.WriteAllText(Path.Combine(filled, "thesis.txt"), "precious");
        await RequireRefused(["run", "--campaign", "weekly", "--out", filled]);
        Assert.Equal("thesis.txt", Path.GetFileName(Assert.Single(Directory.GetFileSystemEntries(filled))));
    }

    private async Task<string> RequireRefused(string[] arguments)
    {
        CommandOutcome outcome = await CommandLine.RunAsync(
            (_, _, _, _) => throw new InvalidOperationException("Nothing is computed from bad input."), [.. arguments, .. Rest(arguments), "--json"]);
        Assert.True(outcome.ExitCode == 2, outcome.Error);
        Assert.Empty(outcome.Output);
        Assert.Matches(@"^isolux: [^\n]+\.\n$", outcome.Error);
        return outcome.Error;
    }

    private string Mapping() => _folder.Write("mapping.json", """
        {
          "formatVersion": 1, "summary": "a table", "run": { "number": 1, "sourceName": "laser" }, "event": { "numberColumn": "event" },
          "channel": { "column": "channel" }, "charge": { "column": "charge", "unit": "pe" }, "time": { "column": "time", "unit": "ns" }
        }
        """);

    /// <summary>The options that make everything else about a command right.</summary>
    private IEnumerable<string> Rest(string[] arguments)
    {
        (string Option, string Value)[] needed = arguments switch
        {
            ["run", ..] => [("--out", Path.Combine(_folder.Path, "run"))],
            ["import", ..] => [("--mapping", Mapping()), ("--out", Path.Combine(_folder.Path, "events")), ("--detector", "toy-balls")],
            ["calibrate", ..] => [("--data", "juno-2025")],
            ["simulate", "particles", ..] => [("--particle", "e-"), ("--energy", "1"), ("--count", "10")],
            _ => [],
        };
        return needed.Where(option => !arguments.Contains(option.Option)).SelectMany(option => new[] { option.Option, option.Value });
    }
}
