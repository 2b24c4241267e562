using System.Text.Json;
using System.Text.Json.Nodes;
using Isolux.Detector;
using Isolux.Detector.Documents;
using Isolux.Storage.Documents;
using Xunit;

namespace Isolux.Tests.Storage;

public sealed class DetectorDocumentTests : IDisposable
{
    private static readonly string[] UnitSuffixes =
        ["Pe", "M", "Mm", "Nm", "Ns", "MeV", "Ev", "Hz", "Degrees", "MPerMin", "MPerS2", "N", "NPerM", "NPerMm", "Ppm", "MBqPerM3", "Bq", "Minutes", "Seconds", "Days", "PePerMeV", "S", "Cm2PerS", "Barn", "Percent", "PhotonsPerMeV", "photonsPerMeV", "GPerCm3", "GPerMol", "GPerCm2MeV", "GW", "Km", "PerDay", "MPerSPerK", "MPerS", "Us", "Px", "TemperatureC"];

    private static readonly string[] Dimensionless =
    [
        "refractiveIndex", "probability", "opticalEfficiency", "emissionSpectrum", "photonDetectionEfficiency", "quantumEfficiencyShape", "acceptance",
        "singlePeResolution", "massFraction", "reflectivity", "cherenkovFactor", "cherenkovUnitScale", "count", "dynode", "mcp", "maximum", "fiducialMean", "referenceDate", "intensityDecades", "elastic", "neutron", "protonStopping", "chargeHalvedSpreadFraction",
        "spectra", "nonEquilibrium", "spentFuel", "positronNonLinearity", "backgroundShapes", "shapeError", "fluxScale", "targetProtonCount", "selectionEfficiency", "dutyFraction", "electronFraction",
        "relativePdeSpreadFraction", "deadFraction", "gainSpreadFraction", "singlePeSpreadFraction", "singlePeTailFraction", "timeWalkSpreadFraction", "darkRateSpreadFraction", "noisyFraction", "noisyRatio",
        "umbilicalSlackFactor", "leastReceivers", "leastCameras", "echoProbability", "falseSpotProbability", "focalLengthErrorFraction", "distortionK1Ratio", "distortionK2Ratio", "releaseFraction", "activityDate", "leakTest", "photonsPerPulse",
        "spools",
    ];

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Detectors => [.. DetectorLoader.KnownNames()];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Committed_schema_equals_the_generated_one()
    {
        string file = Path.Combine(DetectorLoader.FindFolder("juno"), "..", "schemas", "detector.schema.json");
        string generated = DocumentSchema.Generate<DetectorDocument>("Isolux detector", isSplit: true);
        if (Environment.GetEnvironmentVariable("ISOLUX_ACCEPT_SCHEMAS") == "1")
        {
            File.WriteAllText(file, generated);
        }

        Assert.Equal(generated, File.ReadAllText(file));
    }

    [Theory]
    [MemberData(nameof(Detectors))]
    public void Every_number_has_a_unit_and_a_source(string name)
    {
        foreach (string file in Directory.EnumerateFiles(DetectorLoader.FindFolder(name), "*.json"))
        {
            JsonNode root = JsonNode.Parse(File.ReadAllText(file), null, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })!;
            Walk(root, hasSource: false);
        }
    }

    [Fact]
    public void Digest_is_blind_to_order_whitespace_comments_and_split_but_not_to_values()
    {
        string original = CopyOf("toy-spheres");
        string digest = DetectorLoader.Load(original, []).Digest;
        JsonObject root = ReadMain(original);
        JsonObject geometry = root["geometry"]!.DeepClone().AsObject();
        root.Remove("geometry");
        var reversed = new JsonObject(root.Reverse().Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone())));
        string other = Path.Combine(_folder.Path, "other");
        Directory.CreateDirectory(other);
        File.WriteAllText(Path.Combine(other, "detector.json"), "// a comment\n" + reversed.ToJsonString() + "\n");
        File.WriteAllText(Path.Combine(other, "part.json"), new JsonObject { ["geometry"] = geometry, ["formatVersion"] = 1 }.ToJsonString());
        Assert.Equal(digest, DetectorLoader.Load(other, []).Digest);

        string overlay = _folder.Write("overlay.json", """{ "media": { "water": { "absorptionLengthM": { "value": 99 } } } }""");
        DetectorDescription changed = DetectorLoader.Load(original, [overlay]);
        Assert.NotEqual(digest, changed.Digest);
        Assert.Equal(99000.0, changed.Media["water"].AbsorptionLengthMm!.Evaluate(430), 6);
    }

    [Theory]
    [InlineData("""{ "media": { "water": { "refractiveIndex": { "value": 1.34 } } } }""", true)]
    [InlineData("""{ "scintillation": { "opticalEfficiency": { "value": 0.5, "source": "x" } } }""", true)]
    [InlineData("""{ "scintillation": { "photonsPerMeV": { "value": 9000, "source": "x" } } }""", false)]
    [InlineData("""{ "name": "renamed" }""", false)]
    public void The_light_digest_follows_only_what_moves_photons(string patch, bool follows)
    {
        DetectorDescription original = DetectorLoader.Load("toy-balls", []);
        DetectorDescription changed = DetectorLoader.Load("toy-balls", [_folder.Write("overlay.json", patch)]);
        Assert.NotEqual(original.Digest, changed.Digest);
        Assert.Equal(follows, original.LightDigest != changed.LightDigest);
    }

    [Fact]
    public void Digest_follows_the_tables()
    {
        string folder = CopyOf("toy-lab");
        string digest = DetectorLoader.Load(folder, []).Digest;
        string table = Path.Combine(folder, "tables", "xcom_H.csv");
        string text = File.ReadAllText(table);
        File.WriteAllText(table, "# one more comment\n" + text);
        Assert.Equal(digest, DetectorLoader.Load(folder, []).Digest);
        File.WriteAllText(table, text.Replace("8.4240e-02", "8.4241e-02"));
        Assert.NotEqual(digest, DetectorLoader.Load(folder, []).Digest);
    }

    [Fact]
    public void Assumptions_are_collected_with_path_value_and_reason()
    {
        DetectorDescription juno = DetectorLoader.Load("juno", []);
        Assumption bar = juno.Assumptions.Single(a => a.Path == "$.geometry.support.barRadiusM");
        Assert.Equal("0.05", bar.Value);
        Assert.NotEmpty(bar.Reason);
        Assert.Contains(juno.Assumptions, a => a.Path == "tables/support_nodes.csv");
        Assert.All(juno.Assumptions, a => Assert.NotEmpty(a.Reason));
    }

    [Theory]
    [InlineData("""{ "geometry": { "fiducialRadius": { "value": 1, "source": "x" } } }""", "$.geometry.fiducialRadius", "did you mean 'fiducialRadiusM'")]
    [InlineData("""{ "geometry": { "fiducialRadiusM": null } }""", "$.geometry", "lacks 'fiducialRadiusM'")]
    [InlineData("""{ "geometry": { "fiducialRadiusM": { "value": 17200 } } }""", "$.geometry.fiducialRadiusM.value", "between 0 and 17.7")]
    [InlineData("""{ "media": { "water": { "refractiveIndex": { "value": -1 } } } }""", "$.media.water.refractiveIndex.value", "between 1 and 4")]
    [InlineData("""{ "media": { "water": { "refractiveIndex": { "table": "x.csv" } } } }""", "the table", "does not exist")]
    [InlineData("""{ "media": { "water": null } }""", "$.geometry.shells[2].medium", "no such medium")]
    [InlineData("""{ "geometry": { "outerBoundary": "reflects" } }""", "$.geometry.outerBoundary", "detects, absorbs")]
    [InlineData("""{ "scintillation": { "opticalEfficiency": { "value": -1 } } }""", "$.scintillation.opticalEfficiency.value", "above 0")]
    [InlineData("""{ "scintillation": { "opticalEfficiency": { "source": "" } } }""", "$.scintillation.opticalEfficiency.source", "needs a source")]
    [InlineData("""{ "formatVersion": 2 }""", "$.formatVersion", "version 1")]
    public void Faults_of_shape_and_meaning_are_named(string overlay, string path, string words)
    {
        string file = _folder.Write("overlay.json", overlay);
        var exception = Assert.Throws<InvalidSpecificationException>(() => DetectorLoader.Load("toy-spheres", [file]));
        Assert.Equal(path, exception.Faults[0].Path);
        Assert.Contains(words, exception.Message);
    }

    [Theory]
    [InlineData("""{ "photosensors": { "spiral": { "count": { "value": -5 } } } }""", "$.photosensors.spiral.count.value", "count must be above 0")]
    [InlineData("""{ "photosensors": { "spiral": { "type": "cube" } } }""", "$.photosensors.spiral.type", "known are ball")]
    public void Faulty_layouts_are_named(string overlay, string path, string words)
    {
        string file = _folder.Write("overlay.json", overlay);
        var exception = Assert.Throws<InvalidSpecificationException>(() => DetectorLoader.Load("toy-balls", [file]));
        Assert.Equal(path, exception.Faults[0].Path);
        Assert.Contains(words, exception.Message);
    }

    [Fact]
    public void All_faults_of_meaning_come_at_once()
    {
        string file = _folder.Write("overlay.json", """{ "geometry": { "fiducialRadiusM": { "value": 99 } }, "scintillation": { "photonsPerMeV": { "value": 0 } } }""");
        var exception = Assert.Throws<InvalidSpecificationException>(() => DetectorLoader.Load("toy-spheres", [file]));
        Assert.Equal(2, exception.Faults.Length);
        Assert.All(exception.Faults, f => Assert.Equal(file, f.File));
    }

    [Theory]
    [InlineData("wavelengthNm,x\n1,2\n2\n", "line 4", "1 fields")]
    [InlineData("wavelengthNm,x\n1,2\n2,NaN\n", "line 4", "finite")]
    [InlineData("wavelengthNm,x\n1,2\n1,3\n", "line 4", "must increase")]
    [InlineData("wavelengthNm,x\n", "line 2", "no rows")]
    public void Faulty_tables_name_file_and_line(string rows, string line, string words)
    {
        string file = _folder.Write("t.csv", "# source: here\n" + rows);
        var exception = Assert.Throws<InvalidSpecificationException>(() => CsvTable.ReadNumbers(file));
        SpecificationFault fault = Assert.Single(exception.Faults);
        Assert.Equal(line, fault.Path);
        Assert.Equal(file, fault.File);
        Assert.Contains(words, exception.Message);
    }

    [Fact]
    public void A_table_without_source_is_refused()
    {
        string file = _folder.Write("t.csv", "x,y\n1,2\n");
        Assert.Contains("names no source", Assert.Throws<InvalidSpecificationException>(() => CsvTable.ReadNumbers(file)).Message);
    }

    [Fact]
    public void Checker_recognises_folders_parts_and_tables()
    {
        var checker = new DocumentChecker([DetectorDocumentKind.Create()]);
        string folder = CopyOf("toy-lab");
        Assert.StartsWith("detector toy-lab", checker.Check(folder));
        Assert.StartsWith("detector toy-lab", checker.Check(Path.Combine(folder, "detector.json")));
        Assert.StartsWith("detector toy-lab", checker.Check(Path.Combine(folder, "tables", "xcom_C.csv")));
        string stranger = _folder.Write("stranger.json", "{}");
        Assert.Contains("no known kind", Assert.Throws<InvalidSpecificationException>(() => checker.Check(stranger)).Message);
        Assert.Contains("does not exist", Assert.Throws<InvalidSpecificationException>(() => checker.Check("/nowhere")).Message);
    }

    [Fact]
    public void Summary_states_what_the_detector_is()
    {
        DetectorDescription juno = DetectorLoader.Load("juno", []);
        Assert.Contains(DetectorSummary.Describe(juno), l => l.Quantity == "dynode" && l.Value.StartsWith("5000 of 254 mm x 190 mm, PDE 28.5 %", StringComparison.Ordinal));
        Assert.Contains(DetectorSummary.Describe(juno), l => l.Quantity == "liquidScintillator" && l.Value.Contains("absorption 77 m, Rayleigh 27 m"));
        Assert.Equal("gamma, 1.173 + 1.332 MeV, 100 Hz on 2025-01-01", SourceSummary.Describe(juno).Single(l => l.Quantity == "Co60").Value);
    }

    private static void Walk(JsonNode? node, bool hasSource)
    {
        switch (node)
        {
            case JsonObject members:
                bool measured = members.ContainsKey("value") || members.ContainsKey("values");
                bool tabulated = members.ContainsKey("table");
                hasSource |= members.Any(m => (m.Key == "source" || m.Key.EndsWith("Source", StringComparison.Ordinal)) && m.Value is JsonValue source && source.GetValueKind() == JsonValueKind.String && source.GetValue<string>().Length > 5);
                if (measured || (tabulated && !members.ContainsKey("counts")))
                {
                    string key = members.GetPropertyName();
                    Assert.True(UnitSuffixes.Any(u => key.EndsWith(u, StringComparison.Ordinal)) || Dimensionless.Contains(key), $"{members.GetPath()} has no unit");
                    Assert.True(hasSource || tabulated, $"{members.GetPath()} has no source");
                }

                foreach ((_, JsonNode? value) in members)
                {
                    Walk(value, hasSource);
                }

                break;
            case JsonArray items:
                foreach (JsonNode? item in items)
                {
                    Walk(item, hasSource);
                }

                break;
            case JsonValue number when number.GetValueKind() == JsonValueKind.Number:
                Assert.True(hasSource || (number.Parent is JsonObject && number.GetPropertyName() is "formatVersion" or "atomicNumber"), $"{number.GetPath()} has no source");
                break;
        }
    }

    private static JsonObject ReadMain(string folder) => JsonNode.Parse(
        File.ReadAllText(Path.Combine(folder, "detector.json")), null, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })!.AsObject();

    private string CopyOf(string name) => _folder.Copy(DetectorLoader.FindFolder(name));
}
