using System.Text.Json.Nodes;
using Isolux.Tests.Storage;
using Xunit;

namespace Isolux.Tests.Cli;

public sealed class CalibrateVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_non_linearity_of_2025_has_the_agreed_members_and_lies_inside_the_published_band()
    {
        CommandOutcome outcome = await CommandLine.RunAsync(
            "calibrate", "nonlinearity", "--data", "juno-2025", "--toys", "20", "--threads", "2", "--out", _folder.Path, "--json");
        Assert.True(outcome.ExitCode == 0, outcome.Error);
        JsonObject result = JsonNode.Parse(outcome.Output)!.AsObject();
        JsonArray models = result["models"]!.AsArray();
        Assert.Equal(["empirical", "birks-cherenkov"], models.Select(model => (string)model!["name"]!));
        foreach (JsonNode? model in models)
        {
            Assert.Equal("converged", (string)model!["status"]!);
            Assert.All(model["parameters"]!.AsArray(), parameter => Assert.True((double)parameter!["error"]! > 0, parameter.ToJsonString()));
            Assert.Equal(model["parameters"]!.AsArray().Count, model["covariance"]!.AsArray().Count);

            // Chi2 of the joint fit to nine peaks and 48 bins: an acceptable fit is no surprise at the 0.1 % level.
            Assert.True((double)model["pValue"]! > 1e-3, model["pValue"]!.ToJsonString());
            foreach (string particle in new[] { "gamma", "electron", "positron" })
            {
                JsonNode curve = model["curves"]![particle]!;
                double[] energies = [.. curve["energiesMeV"]!.AsArray().Select(value => (double)value!)];
                double[] ratio = [.. curve["ratio"]!.AsArray().Select(value => (double)value!)];
                Assert.True(energies[0] <= (particle == "positron" ? 1.0221 : 0.2) && energies[^1] >= 10.0);
                Assert.All(Enumerable.Range(0, energies.Length), i => Assert.InRange(ratio[i], (double)curve["low"]![i]!, (double)curve["high"]![i]!));
            }
        }

        // Birks and Cherenkov: inside the published band over 1.5 to 8 MeV up to a common scale. The empirical form has one exponential and cannot follow the
        // quenching below 0.5 MeV; it stays within 1 %.
        Assert.Equal(1.0, (double)Positron(models[1]!)["insideFraction"]!);
        Assert.InRange((double)Positron(models[0]!)["largestDifferencePercent"]!, 0.0, 1.0);
        string[] files = [.. Directory.EnumerateFiles(_folder.Path).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];
        Assert.Equal(
            [
                "beta-spectrum.csv", "beta-spectrum.png", "beta-spectrum.svg", "birks-cherenkov.payload.json", "birks-cherenkov.positron.csv", "empirical.payload.json",
                "empirical.positron.csv", "nonlinearity.csv", "nonlinearity.png", "nonlinearity.svg", "result.json",
            ],
            files);
        string store = Path.Combine(_folder.Path, "constants.sqlite");
        CommandOutcome published = await CommandLine.RunAsync(
            "conditions", "publish", "--store", store, "--payload", Path.Combine(_folder.Path, "birks-cherenkov.payload.json"),
            "--tag", "non-linearity", "--first-run", "1", "--author", "A. Tester", "--reason", "a test");
        Assert.True(published.ExitCode == 0, published.Error);
    }

    [Fact]
    public async Task The_resolution_of_2025_has_the_agreed_members()
    {
        CommandOutcome outcome = await CommandLine.RunAsync("calibrate", "resolution", "--data", "juno-2025", "--json");
        Assert.True(outcome.ExitCode == 0, outcome.Error);
        JsonObject result = JsonNode.Parse(outcome.Output)!.AsObject();
        foreach (string member in new[] { "a", "aError", "b", "bError", "c", "cError", "aTilde", "aTildeError", "chi2", "ndf" })
        {
            Assert.True(double.IsFinite((double)result[member]!), member);
        }

        Assert.Equal(3, result["covariance"]!.AsArray().Count);
    }

    [Fact]
    public async Task Printed_for_people_the_scatter_is_explained()
    {
        CommandOutcome outcome = await CommandLine.RunAsync("calibrate", "resolution", "--data", "juno-2025");
        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("Co60", outcome.Output, StringComparison.Ordinal);
        Assert.Matches(@"^isolux: [^\n]+\.\n$", outcome.Error);
    }

    private static JsonNode Positron(JsonNode model) => model["comparisons"]!.AsArray().Single(comparison => (string)comparison!["curve"]! == "positron")!;
}
