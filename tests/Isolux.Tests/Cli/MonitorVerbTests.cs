using Isolux.Tests.Storage;
using Xunit;

namespace Isolux.Tests.Cli;

public sealed class MonitorVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("the file is not usable", "monitor", "transparency", "no-such-file.json")]
    [InlineData("--channel-error", "monitor", "transparency", "no-such-file.json", "--channel-error", "-1")]
    [InlineData("--template-photons", "monitor", "transparency", "no-such-file.json", "--template-photons", "1")]
    [InlineData("declares no laser beams", "simulate", "beams", "--detector", "toy-spheres", "--out", "beams")]
    [InlineData("no laser of 415 nm", "simulate", "beams", "--wavelength", "415", "--out", "beams")]
    [InlineData("--pulses", "simulate", "beams", "--pulses", "0", "--out", "beams")]
    public async Task Bad_input_is_one_sentence(string words, params string[] arguments)
    {
        CommandOutcome outcome = await CommandLine.RunAsync(arguments);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(words, outcome.Error, StringComparison.Ordinal);
        Assert.Single(outcome.Error.Trim().Split('\n'));
        Assert.Empty(outcome.Output);
    }

    [Fact]
    public async Task A_measurement_that_does_not_fit_the_detector_is_refused()
    {
        string file = _folder.Write("measurement.json", """{ "formatVersion": 1, "detector": "juno", "source": "test", "singlePeResolutionPercent": 0, "exposures": [] }""");
        CommandOutcome outcome = await CommandLine.RunAsync("monitor", "transparency", file);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("at least one exposure", outcome.Error, StringComparison.Ordinal);
    }
}
