using System.Text.Json;
using Isolux.Campaign.Documents;
using Isolux.Storage.Documents;
using Isolux.Tests.Cli;
using Isolux.Tests.Storage;
using Xunit;

namespace Isolux.Tests.Positioning;

public sealed class PositionVerbTests : IDisposable
{
    private static readonly string s_folder = Path.Combine(DocumentationTests.Root, "datasets", "simulated-positions");
    private static readonly string s_ultrasound = Path.Combine(s_folder, "ultrasound.json");
    private static readonly string s_cameras = Path.Combine(s_folder, "cameras.json");
    private readonly TemporaryFolder _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("ultrasound.schema.json")]
    [InlineData("cameras.schema.json")]
    public void Committed_schemas_equal_the_generated_ones(string name)
    {
        string file = Path.Combine(s_folder, "..", "schemas", name);
        string generated = name[0] == 'u'
            ? DocumentSchema.Generate<UltrasoundDataDocument>("Isolux ultrasonic pulses", isSplit: false)
            : DocumentSchema.Generate<CameraDataDocument>("Isolux camera exposures", isSplit: false);
        if (Environment.GetEnvironmentVariable("ISOLUX_ACCEPT_SCHEMAS") == "1")
        {
            File.WriteAllText(file, generated);
        }

        Assert.Equal(generated, File.ReadAllText(file));
    }

    [Fact]
    public async Task Example_data_are_what_the_simulation_makes()
    {
        CommandOutcome outcome = await CommandLine.RunAsync("simulate", "positions", "--seed", "1", "--out", _files.Path);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(await File.ReadAllTextAsync(s_ultrasound, TestContext.Current.CancellationToken), await File.ReadAllTextAsync(Path.Combine(_files.Path, "ultrasound.json"), TestContext.Current.CancellationToken));
        Assert.Equal(await File.ReadAllTextAsync(s_cameras, TestContext.Current.CancellationToken), await File.ReadAllTextAsync(Path.Combine(_files.Path, "cameras.json"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Sources_of_the_example_are_located_and_the_slipped_cable_is_named()
    {
        JsonElement uss = await Json("position", "uss", s_ultrasound);
        JsonElement ccd = await Json("position", "ccd", s_cameras);
        JsonElement fused = await Json("position", "fused", s_ultrasound, s_cameras);
        foreach (JsonElement source in uss.GetProperty("sources").EnumerateArray().Concat(ccd.GetProperty("sources").EnumerateArray()))
        {
            // The name is where the source was sent: "x 2.5 z -17.5".
            string[] words = source.GetProperty("name").GetString()!.Split(' ');
            if (source.GetProperty("place") is { ValueKind: JsonValueKind.Object } place)
            {
                double[] at = [.. place.GetProperty("positionM").EnumerateArray().Select(value => value.GetDouble())];
                double miss = Math.Sqrt(Math.Pow(at[0] - double.Parse(words[1]), 2) + Math.Pow(at[1], 2) + Math.Pow(at[2] - double.Parse(words[3]), 2));
                Assert.True(miss < 0.15, $"{source.GetProperty("name")}: {miss} m");
            }
        }

        JsonElement[] sources = [.. fused.GetProperty("sources").EnumerateArray()];
        JsonElement last = sources[^1].GetProperty("fused");
        Assert.Equal("cables-slipped", last.GetProperty("verdict").GetString());
        Assert.InRange(last.GetProperty("sideCable").GetProperty("differenceM").GetDouble(), 0.2, 0.4);
        Assert.True(sources[..^1].Count(source => source.GetProperty("fused").GetProperty("verdict").GetString() == "agree") >= sources.Length - 3);
    }

    [Fact]
    public async Task A_figure_and_the_result_are_written()
    {
        Assert.Equal(0, (await CommandLine.RunAsync("position", "uss", s_ultrasound, "--out", _files.Path)).ExitCode);
        Assert.All(new[] { "positions.png", "positions.svg", "positions.csv", "result.json" }, name => Assert.True(new FileInfo(Path.Combine(_files.Path, name)).Length > 100));
    }

    [Theory]
    [InlineData("ms", 1e-3)]
    [InlineData("us", 1.0)]
    public async Task A_table_gives_the_same_places_as_the_document(string unit, double scale)
    {
        UltrasoundDataDocument document = StrictJson.Read<UltrasoundDataDocument>(s_ultrasound);
        string column = unit == "ms" ? "timeMs" : "timeUs";
        string rows = string.Concat(document.Pulses.SelectMany(pulse => pulse.ArrivalsUs.Select(arrival =>
            FormattableString.Invariant($"{pulse.Name},{arrival.Key},{scale * arrival.Value:R},{pulse.TemperatureC}\n"))));
        string file = _files.Write("arrivals.csv", $"# source: test\npulse,receiver,{column},temperatureC\n{rows}");
        JsonElement table = await Json("position", "uss", file);
        JsonElement json = await Json("position", "uss", s_ultrasound);
        double X(JsonElement report) => report.GetProperty("sources")[0].GetProperty("place").GetProperty("positionM")[0].GetDouble();
        Assert.Equal(X(json), X(table), 1e-6);
    }

    [Theory]
    [InlineData("\"R1\": ", "\"R9\": ", "no such receiver")]
    [InlineData("\"R1\": ", "\"R1\": NaN, \"R0\": ", "not JSON")]
    [InlineData("\"R1\": ", "\"R1\": -", "between 0")]
    [InlineData("\"arrivalsUs\"", "\"arrivalsNs\"", "arrivalsNs")]
    [InlineData("\"temperatureC\": 21", "\"temperatureC\": 294", "degrees Celsius")]
    [InlineData("\"unit\": \"CLS 1\"", "\"unit\": \"ACU\"", "cable loop")]
    [InlineData("\"centralM\": ", "\"centralM\": 4", "unit")]
    [InlineData("\"formatVersion\": 1", "\"formatVersion\": 2", "version")]
    [InlineData("\"name\": \"x 2.5 z -17.5\"", "\"name\": \"x 2.5 z -12.5\"", "two bear this name")]
    public async Task A_fault_of_ultrasonic_data_is_one_sentence(string original, string replacement, string expected) =>
        await Refuses("uss", s_ultrasound, text => ReplaceFirst(text, original, replacement), expected);

    [Fact]
    public async Task Times_in_the_wrong_unit_are_seen() =>
        await Refuses("uss", s_ultrasound, text => System.Text.RegularExpressions.Regex.Replace(text, "\"R(.)\": (\\d+)\\.?(\\d*)", match => FormattableString.Invariant($"\"R{match.Groups[1].Value}\": {double.Parse($"{match.Groups[2].Value}.{match.Groups[3].Value}0", System.Globalization.CultureInfo.InvariantCulture) / 1000.0}")), "check the unit");

    [Fact]
    public async Task Too_few_receivers_are_a_fault() =>
        await Refuses("uss", s_ultrasound, text => System.Text.RegularExpressions.Regex.Replace(text, "\"R[1234]\": [\\d.]+,\\s*", string.Empty), "at least 5");

    [Theory]
    [InlineData("\"C1\": [", "\"C7\": [", "no such camera")]
    [InlineData("\"C1\": [", "\"C1\": [9999, ", "two numbers of pixels")]
    [InlineData("\"positionM\": [", "\"positionMm\": [", "positionMm")]
    [InlineData("        -15\n", "        -15000\n", "inside the vessel")]
    public async Task A_fault_of_camera_data_is_one_sentence(string original, string replacement, string expected) =>
        await Refuses("ccd", s_cameras, text => ReplaceFirst(text, original, replacement), expected);

    [Theory]
    [InlineData("pulse,receiver,time\n1,R1,9000\n", "timeUs, timeMs or timeS")]
    [InlineData("pulse,receiver,timeUs,weight\n1,R1,9000,1\n", "weight")]
    [InlineData("pulse,receiver,timeUs\n1,R1,NaN\n", "finite")]
    [InlineData("pulse,receiver,timeUs\n1,R1,9000\n1,R1,9001\n", "once")]
    public async Task A_fault_of_a_table_is_one_sentence(string text, string expected)
    {
        CommandOutcome outcome = await CommandLine.RunAsync("position", "uss", _files.Write("bad.csv", "# source: test\n" + text));
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(expected, outcome.Error, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
    }

    [Fact]
    public async Task A_detector_without_receivers_is_named()
    {
        CommandOutcome outcome = await CommandLine.RunAsync("position", "uss", s_ultrasound, "--detector", "toy-spheres");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("declares no receivers", outcome.Error, StringComparison.Ordinal);
    }

    private async Task Refuses(string verb, string file, Func<string, string> change, string expected)
    {
        string text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        string changed = change(text);
        Assert.NotEqual(text, changed);
        CommandOutcome outcome = await CommandLine.RunAsync("position", verb, _files.Write("changed.json", changed));
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(expected, outcome.Error, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
    }

    private static async Task<JsonElement> Json(params string[] arguments)
    {
        CommandOutcome outcome = await CommandLine.RunAsync([.. arguments, "--json"]);
        Assert.True(outcome.ExitCode == 0, outcome.Error);
        return JsonDocument.Parse(outcome.Output).RootElement;
    }

    private static string ReplaceFirst(string text, string original, string replacement)
    {
        int at = text.IndexOf(original, StringComparison.Ordinal);
        Assert.True(at >= 0, original);
        return string.Concat(text.AsSpan(0, at), replacement, text.AsSpan(at + original.Length));
    }
}
