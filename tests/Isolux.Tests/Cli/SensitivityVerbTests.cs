using System.Text.Json.Nodes;
using Xunit;

namespace Isolux.Tests.Cli;

public sealed class SensitivityVerbTests
{
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

    [Theory]
    [InlineData("three numbers", "sensitivity", "--resolution", "1,2")]
    [InlineData("declare no reactors", "sensitivity", "--detector", "toy-lab")]
    [InlineData("from 0.1 to 100", "sensitivity", "flux", "--energy", "-1")]
    [InlineData("no isotope", "sensitivity", "flux", "--energy", "4", "--isotope", "Xx")]
    [InlineData("no such file", "sensitivity", "compare", "--from", "a", "--to", "b")]
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
