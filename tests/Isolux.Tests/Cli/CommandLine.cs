using Isolux.Cli;
using Isolux.Cli.Runs;

namespace Isolux.Tests.Cli;

/// <summary>Runs the program in this process.</summary>
internal static class CommandLine
{
    public static Task<CommandOutcome> RunAsync(params string[] arguments) => RunAsync(null, arguments);

    public static async Task<CommandOutcome> RunAsync(CalibrationRun? calibrate, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var interruption = new Interruption();
        var surroundings = new Surroundings(Path.Combine(Path.GetTempPath(), "isolux-tests"), TimeProvider.System);
        var application = new IsoluxApplication(new Terminal(output, error, TerminalKind.Stream), surroundings, interruption, calibrate);
        int exitCode = await application.RunAsync(arguments);
        return new CommandOutcome(exitCode, output.ToString(), error.ToString());
    }
}
