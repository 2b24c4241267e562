using System.Diagnostics;
using System.Text.Json.Nodes;
using Xunit;

namespace Isolux.Tests.Optics;

/// <summary>A flash of light in a process that may not use 512-bit vectors gives the same numbers, digit for digit, as in one that may.</summary>
public sealed class VectorWidthTests
{
    [Theory]
    [InlineData("toy-spheres", "0,0,16.5")]
    [InlineData("juno", "3,-4,12")]
    public async Task Results_do_not_depend_on_vector_width(string detector, string position)
    {
        Task<JsonObject> wide = FlashAsync(detector, position, ("DOTNET_EnableAVX512", "1"));
        Task<JsonObject> narrow = FlashAsync(detector, position, ("DOTNET_EnableAVX512", "0"));
        Assert.Equal((await wide).ToJsonString(), (await narrow).ToJsonString());
    }

    private static async Task<JsonObject> FlashAsync(string detector, string position, (string Name, string Value) setting)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "isolux.dll"),
                "simulate", "photons", "--detector", detector, "--position", position, "--count", "100000", "--threads", "1", "--json",
            },
        };
        start.Environment[setting.Name] = setting.Value;
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await errors);
        JsonObject result = JsonNode.Parse(output)!.AsObject();
        Assert.True(result.Remove("photonsPerSecond"));
        return result;
    }
}
