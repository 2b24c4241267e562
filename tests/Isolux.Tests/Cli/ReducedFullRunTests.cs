using System.Text.Json;
using System.Text.Json.Nodes;
using Isolux.Conditions;
using Isolux.Storage.Conditions;
using Isolux.Testing;
using Xunit;

namespace Isolux.Tests.Cli;

/// <summary>The sections that a full run adds, on juno with the fewest events a run takes, as a user starts it.</summary>
public sealed class ReducedFullRunTests(ReducedFullRunTests.Run run) : IClassFixture<ReducedFullRunTests.Run>
{
    private static readonly string[] VariedRows =
        ["qe-spread", "pmt-death-random", "pmt-death-asymmetric", "light-yield-minus-1", "light-yield-minus-5", "absorption-minus-4", "spe-30", "full-reconstruction"];

    public sealed class Run : IAsyncLifetime
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("isolux-reduced-full-");

        public string Folder => Path.Combine(_folder.FullName, "run");

        public JsonObject Summary { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            CommandOutcome outcome = await CommandLine.RunAsync("run", "--full", "--statistics", "0.03", "--threads", "2", "--out", Folder, "--json");
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
        JsonArray models = run.Summary["nonLinearity"]!["models"]!.AsArray();
        Assert.Equal(2, models.Count);
        Assert.All(models, model => RequireNumbers(model!, "chi2", "ndf", "positronBandMaxPercent", "positronBiasMaxPercent"));
        Assert.All(run.Summary["nonLinearity"]!["sources"]!.AsArray(), source =>
            RequireNumbers(source!, "energyMeV", "peakPe", "peakPeError", "visibleRatio", "visibleRatioError"));
        RequireNumbers(run.Summary["dualCalorimetry"]!, "channelNonLinearityAt100PePercent", "residualBeforePercent", "residualAfterPercent");
        RequireNumbers(run.Summary["reconstruction"]!, "vertexResolutionCmAt1MeV", "energyBiasPercent", "convergedFraction", "eventsPerSecondPerCore");
        JsonArray rows = run.Summary["resolution"]!["rows"]!.AsArray();
        Assert.Equal(VariedRows, rows.Skip(6).Select(row => (string)row!["name"]!));
        Assert.All(rows.Skip(6), row => RequireNumbers(row!, "aTilde", "aTildeError", "biasPercent", "biasError"));
    }

    [Fact]
    public void Numbers_lie_where_the_physics_puts_them()
    {
        // Published: about 8 cm at 1 MeV. 200 electrons know the rms of 600 deviations to 3 %, the energy to 0.02 %.
        JsonNode reconstruction = run.Summary["reconstruction"]!;
        Assert.InRange((double)reconstruction["vertexResolutionCmAt1MeV"]!, 5.5, 8.5);
        Assert.InRange((double)reconstruction["energyBiasPercent"]!, -0.3, 0.3);
        Assert.InRange((double)reconstruction["convergedFraction"]!, 0.98, 1.0);

        // The likelihood sees the photoelectrons of the other rows: 200 positrons a peak know a~ to 5 %, its peaks to 0.1 %.
        JsonNode row = run.Summary["resolution"]!["rows"]!.AsArray()[^1]!;
        Assert.InRange((double)row["aTilde"]!, 2.4, 3.6);
        Assert.InRange((double)row["biasPercent"]!, -0.5, 0.5);
        Assert.Equal("vertex-smearing", (string)row["base"]!);

        // 1 % over 1 to 8 MeV is what the strategy promises; the quoted band has to hold the truth.
        Assert.All(run.Summary["nonLinearity"]!["models"]!.AsArray(), model =>
        {
            Assert.InRange((double)model!["positronBiasMaxPercent"]!, 0.0, 1.0);
            Assert.InRange((double)model["positronBiasMaxPercent"]!, 0.0, (double)model["positronBandMaxPercent"]!);
        });
        JsonNode dual = run.Summary["dualCalorimetry"]!;
        Assert.True((double)dual["residualAfterPercent"]! < 0.1 * (double)dual["residualBeforePercent"]!, dual.ToJsonString());
    }

    [Fact]
    public void It_says_what_its_calibration_is_worth_for_the_mass_ordering()
    {
        JsonNode sensitivity = run.Summary["sensitivity"]!;
        Assert.Equal("qe-spread", (string)sensitivity["row"]!);
        RequireNumbers(sensitivity["deltaChi2"]!, "no", "noError", "io", "ioError");
        RequireNumbers(sensitivity["precisionPercent"]!, "sin2Theta12", "sin2Theta13", "dm21", "dm31");
        RequireNumbers(sensitivity, "exposureYears", "idealLossDeltaChi2", "idealLossError", "bandLossDeltaChi2", "formLossDeltaChi2");
        Assert.Equal(run.Summary["resolution"]!["rows"]!.AsArray().Count, sensitivity["rows"]!.AsArray().Count);

        // A hundredth of a percent of a~ costs 0.1: 2 % of a~ at these statistics 0.6. Four errors about 8.5; with full statistics 8.5(1).
        Assert.InRange((double)sensitivity["deltaChi2"]!["no"]!, 6.0, 11.0);
        Assert.InRange((double)sensitivity["deltaChi2"]!["noError"]!, 0.1, 1.5);

        // The calibrated scale moves dm2_31 by less than its error, 0.2 %.
        Assert.InRange((double)sensitivity["scaleBias"]!["dm31Percent"]!, -0.2, 0.2);
        Assert.InRange((double)sensitivity["bandLossDeltaChi2"]!, 0.0, 1.0);
        Assert.InRange((double)sensitivity["formLossDeltaChi2"]!, 0.0, 2.0);
    }

    [Fact]
    public void Its_constants_serve_the_reconstruction()
    {
        GlobalTag tag = Assert.Single(SqliteConditionsStore.OpenOrCreate(Path.Combine(run.Folder, "constants.sqlite")).ListGlobalTags());
        Assert.Contains("expectedLightMap", tag.Tags.Keys);
        Assert.Contains("lightYield", tag.Tags.Keys);
    }

    private static void RequireNumbers(JsonNode node, params string[] members) =>
        Assert.All(members, member => Assert.True(node[member]?.GetValueKind() == JsonValueKind.Number, $"{member} in {node.ToJsonString()}"));
}
