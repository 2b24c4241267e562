using System.Text.Json.Nodes;
using Xunit;

namespace Isolux.Tests.Cli;

public sealed class SimulateVerbTests
{
    [Fact]
    public async Task Photons_report_fractions_that_add_to_one_from_a_position_with_a_leading_minus()
    {
        CommandOutcome outcome = await CommandLine.RunAsync(
            "simulate", "photons", "--detector", "toy-spheres", "--position", "-1,0,2.5", "--count", "20000", "--seed", "3", "--json");
        Assert.Equal(0, outcome.ExitCode);
        JsonNode report = JsonNode.Parse(outcome.Output)!;
        double sum = (double)report["detected"]! + (double)report["lost"]! + report["absorbed"]!.AsObject().Sum(m => (double)m.Value!);
        Assert.Equal(1, sum, 1e-12);
        Assert.Equal(18, report["cosThetaHistogram"]!.AsArray().Count);
        Assert.Equal(20000, (int)report["count"]!);
    }

    [Theory]
    [InlineData("--count", "0")]
    [InlineData("--position", "0,0")]
    [InlineData("--position", "0,0,NaN")]
    [InlineData("--position", "0,0,99")]
    [InlineData("--overlay", "nonesuch")]
    public async Task Bad_input_is_one_sentence_and_exit_code_2(string option, string value)
    {
        CommandOutcome outcome = await CommandLine.RunAsync("simulate", "photons", "--detector", "toy-spheres", option, value, "--json");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.Matches(@"^isolux: [^\n]+\.\n$", outcome.Error);
    }
}
