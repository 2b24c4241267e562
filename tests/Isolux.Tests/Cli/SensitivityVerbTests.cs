using System.Text.Json.Nodes;
using Isolux.Conditions;
using Isolux.Conditions.Payloads;
using Isolux.Storage.Conditions;
using Isolux.Tests.Storage;
using Xunit;

namespace Isolux.Tests.Cli;

public sealed class SensitivityVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_plain_verb_has_the_agreed_members()
    {
        JsonNode result = await Json("sensitivity", "--resolution", "2.61,0.82,1.23", "--exposure-years", "6.5", "--ordering", "IO", "--json");
        Assert.InRange((double)result["deltaChi2"]!["no"]!, 7.0, 10.5);
        Assert.InRange((double)result["deltaChi2"]!["io"]!, 7.0, 11.5);
        Assert.Equal(["sin2Theta12", "sin2Theta13", "dm21", "dm31"], result["precisionPercent"]!.AsObject().Select(member => member.Key));
    }

    // Independent implementations at 52.5 km; the probability with matter, the cross section in 1e-43 cm2, the polynomial of 235U.
    [Theory]
    [InlineData(0.21681147, 2e-6, "probability", "--energy", "4", "--baseline", "52.5")]
    [InlineData(0.23615808, 2e-8, "probability", "--energy", "4", "--baseline", "52.5", "--ordering", "IO", "--vacuum")]
    [InlineData(20.301181, 1e-5, "crosssection", "--energy", "6")]
    [InlineData(0.292267, 1e-6, "flux", "--energy", "4", "--isotope", "U235", "--polynomial")]
    public async Task Points_agree_with_other_codes(double expected, double tolerance, params string[] arguments) =>
        Assert.Equal(expected, (double)(await Json(["sensitivity", .. arguments, "--json"]))["value"]!, tolerance);

    [Fact]
    public async Task The_fit_has_the_agreed_members()
    {
        JsonNode fit = (await Json("sensitivity", "fit", "--data", "juno-2025", "--json"))["fit"]!;
        Assert.Equal(["sin2Theta12", "sin2Theta12Error", "dm21", "dm21Error", "chi2", "bins"], fit.AsObject().Select(member => member.Key));
        Assert.Equal(66, (int)fit["bins"]!);
    }

    // Average data hold no fluctuations, so the forms agree but for the pull of Pearson's form towards larger expectations.
    [Theory]
    [InlineData("pearson")]
    [InlineData("poisson")]
    public async Task Every_statistic_can_be_chosen(string statistic)
    {
        double usual = (double)(await Json("sensitivity", "--json"))["deltaChi2"]!["no"]!;
        double other = (double)(await Json("sensitivity", "--statistic", statistic, "--json"))["deltaChi2"]!["no"]!;
        Assert.NotEqual(usual, other);
        Assert.Equal(1.0, other / usual, 0.05);
    }

    // Two releases that differ by 0.1 % of light yield: energies read 0.1 % high, and dm2_31 follows by 0.8 of that.
    [Fact]
    public async Task Global_tags_of_a_store_are_compared()
    {
        string file = Path.Combine(_folder.Path, "constants.sqlite");
        SqliteConditionsStore store = SqliteConditionsStore.OpenOrCreate(file);
        ChangeNote note = new("tester", "test", DateTimeOffset.UnixEpoch);
        foreach ((string name, double yieldPePerMeV) in new[] { ("first", 1345.0), ("second", 1345.0 / 1.001) })
        {
            store.Publish(new PublicationRequest(new PayloadTag(name + "-y0"), Iov.From(new RunNumber(7)), new LightYieldPayload(yieldPePerMeV, 0.5, "test"), PublicationVerdict.Accepted, note));
            store.CreateGlobalTag(name, [new PayloadTag(name + "-y0")], note);
        }

        JsonNode result = await Json("sensitivity", "compare", "--store", file, "--from", "first", "--to", "second", "--json");
        Assert.Equal(7, (int)result["run"]!);
        Assert.Equal(1.001, (double)result["reading"]!["scaleRatio"]!, 1e-9);
        Assert.Equal(0.0, (double)result["reading"]!["spreadFraction"]!);
        Assert.InRange((double)result["shift"]!["dm31Percent"]!, 0.0, 0.1);
        Assert.InRange((double)result["shift"]!["deltaChi2"]!, 7.0, 10.5);

        CommandOutcome early = await CommandLine.RunAsync("sensitivity", "compare", "--store", file, "--from", "first", "--to", "second", "--run", "3");
        Assert.Equal(2, early.ExitCode);
        Assert.Contains("no constants for run 3", early.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("three numbers", "sensitivity", "--resolution", "1,2")]
    [InlineData("declare no reactors", "sensitivity", "--detector", "toy-lab")]
    [InlineData("from 0.1 to 100", "sensitivity", "flux", "--energy", "-1")]
    [InlineData("no isotope", "sensitivity", "flux", "--energy", "4", "--isotope", "Xx")]
    [InlineData("no such file", "sensitivity", "compare", "--from", "a", "--to", "b")]
    [InlineData("no particular run", "sensitivity", "compare", "--from", "a", "--to", "b", "--run", "3")]
    [InlineData("does not exist", "sensitivity", "compare", "--from", "a", "--to", "b", "--store", "nowhere.sqlite")]
    [InlineData("three numbers", "sensitivity", "--resolution", "2.61,x")]
    [InlineData("three numbers", "sensitivity", "--resolution", "2.61,NaN,1.2")]
    [InlineData("three numbers", "sensitivity", "budget", "--resolution", "0,0,0")]
    [InlineData("from 0.001 to 1000", "sensitivity", "--exposure-years", "-6.5")]
    [InlineData("from 0.001 to 1000", "sensitivity", "scale", "--exposure-years", "NaN")]
    [InlineData("from 0.1 to 100", "sensitivity", "probability", "--energy", "1e9")]
    [InlineData("from 0 to 20000", "sensitivity", "probability", "--energy", "4", "--baseline", "-1")]
    [InlineData("XX", "sensitivity", "--ordering", "XX")]
    [InlineData("neyman", "sensitivity", "--statistic", "neyman")]
    [InlineData("no data set of this name", "sensitivity", "fit", "--data", "nothing")]
    public async Task Bad_input_is_one_sentence(string words, params string[] arguments)
    {
        CommandOutcome outcome = await CommandLine.RunAsync(arguments);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(words, outcome.Error, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
    }

    private static async Task<JsonNode> Json(params string[] arguments)
    {
        CommandOutcome outcome = await CommandLine.RunAsync(arguments);
        Assert.True(outcome.ExitCode == 0, outcome.Error);
        return JsonNode.Parse(outcome.Output)!;
    }
}
