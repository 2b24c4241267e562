using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using Isolux.Detector;
using Isolux.Storage.Documents;
using Isolux.Tests.Storage;
using Xunit;

namespace Isolux.Tests.Cli;

/// <summary>
/// The page "How to calibrate channels from your own files", done as it says: its mapping document and its commands, on files that DuckDB writes with the page's names and units from simulated
/// laser runs. The constants must be those of the simulated runs themselves.
/// </summary>
public sealed partial class ChannelsFromOwnFilesTests : IDisposable
{
    private const double CountsPerPe = 120.5;
    private static readonly string[] MapPhotons = ["--map-photons", "10000000"];
    private static readonly string Page = File.ReadAllText(Path.Combine(DocumentationTests.Root, "docs", "how-to", "calibrate-channels-from-your-own-files.md"));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_page_leads_from_foreign_files_to_constants()
    {
        int channels = DetectorLoader.Load("juno", []).Photosensors.Length;
        _folder.Write("laser.mapping.json", Block("json"));
        string[] rows = ["# source: cabling list", "id,channel", .. Enumerable.Range(0, channels).Select(channel => $"{10_000 + channel},{channel}")];
        _folder.Write("channels.csv", string.Join('\n', rows) + "\n");
        Assert.Equal(rows[..4], Block("csv").TrimEnd().Split('\n'));
        await Simulate("dim", "0.1", 1_200, 101);
        await Simulate("bright", "5", 20, 102);

        List<JsonNode> results = [];
        foreach (string command in Commands())
        {
            results.Add(await Run([.. command.Split(' ').Select(InFolder), .. command.Contains("calibrate channels", StringComparison.Ordinal) ? MapPhotons : [], "--json"]));
        }

        Assert.Equal(5, results.Count);
        Assert.Equal(1_200, (int)results[1]["events"]!);
        Assert.Equal(20, (int)results[2]["events"]!);
        JsonNode imported = results[3];
        JsonNode own = await Run(["calibrate", "channels", Own("dim"), Own("bright"), .. MapPhotons, "--json"]);
        Assert.Equal(channels, (int)imported["channels"]!);
        Assert.True((int)imported["good"]! > 17_000, imported.ToJsonString());
        foreach (string count in new[] { "dead", "notCalibrated" })
        {
            Assert.Equal((int)own[count]!, (int)imported[count]!);
        }

        // Charges and times pass through other units in double precision and are rounded to single precision again.
        foreach ((JsonNode? mine, JsonNode? theirs) in own["headlines"]!.AsArray().Zip(imported["headlines"]!.AsArray()))
        {
            double value = (double)mine!["value"]!;
            Assert.Equal(value, (double)theirs!["value"]!, Math.Max(1e-6, 1e-4 * Math.Abs(value)));
        }

        Assert.Contains("channels", results[4].ToJsonString(), StringComparison.Ordinal);
    }

    private static string Block(string language) =>
        Regex.Match(Page, $"```{language}\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;

    private static IEnumerable<string> Commands() => QuotedCommand().Matches(Page).Select(match => match.Groups[1].Value.Trim());

    private static async Task<JsonNode> Run(string[] arguments)
    {
        CommandOutcome outcome = await CommandLine.RunAsync(arguments);
        Assert.True(outcome.ExitCode == 0, string.Join(' ', arguments) + "\n" + outcome.Error);
        return JsonNode.Parse(outcome.Output)!;
    }

    private async Task Simulate(string name, string intensityPe, int flashes, int run)
    {
        await Run(["simulate", "events", "--laser", intensityPe, "--window", "-500,500", "--count", $"{flashes}", "--run", $"{run}", "--out", Own(name), .. MapPhotons, "--json"]);
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = FormattableString.Invariant(
            $"""
            COPY (SELECT h.event_number::BIGINT AS evt, e.trigger_time_ns * 1e-9 AS trigger_s, 10000 + channel AS pmt, charge_pe::DOUBLE * {CountsPerPe} AS adc, time_ns::DOUBLE * 1e-3 AS t_us
                  FROM '{Own(name)}/hits.parquet' h JOIN '{Own(name)}/events.parquet' e USING (event_number) ORDER BY evt)
            TO '{Path.Combine(_folder.Path, $"laser-{name}.parquet")}' (FORMAT parquet)
            """);
        command.ExecuteNonQuery();
    }

    private string Own(string name) => Path.Combine(_folder.Path, "own-" + name);

    /// <summary>Words of the page that are files or folders lie in the test's folder.</summary>
    private string InFolder(string word) =>
        word.StartsWith("laser", StringComparison.Ordinal) || word == "constants.sqlite" ? Path.Combine(_folder.Path, word) : word;

    [GeneratedRegex(@"^    \./isolux (.*)$", RegexOptions.Multiline)]
    private static partial Regex QuotedCommand();
}
