using Isolux.Cli;
using Isolux.Cli.Runs;

namespace Isolux.Tests.Cli;

/// <summary>Runs the program in this process.</summary>
internal static class CommandLine
{
    /// <summary>Folder of the map cache: that of the whole suite where the test script gives one.</summary>
    public static string CacheFolder { get; } =
        Environment.GetEnvironmentVariable("ISOLUX_CACHE") is { Length: > 0 } folder ? folder : Path.Combine(Path.GetTempPath(), "isolux-tests");

    /// <summary>The program as users have it.</summary>
    public static Task<CommandOutcome> RunAsync(params string[] arguments) => RunAsync(null, arguments);

    /// <summary>The program with something else in the place of the calibration strategy.</summary>
    public static async Task<CommandOutcome> RunAsync(CalibrationRun? calibrate, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var interruption = new Interruption();
        var surroundings = new Surroundings(CacheFolder, TimeProvider.System);
        StrategyRun strategy = new(surroundings, error.WriteLine);
        var application = new IsoluxApplication(new Terminal(output, error, TerminalKind.Stream), surroundings, interruption, calibrate ?? strategy.Calibrate);
        int exitCode = await application.RunAsync(arguments);
        return new CommandOutcome(exitCode, output.ToString(), error.ToString());
    }
}
