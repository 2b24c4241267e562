using Isolux.Cli;

namespace Isolux.Tests.Cli;

/// <summary>Runs the program in this process.</summary>
internal static class CommandLine
{
    public static async Task<CommandOutcome> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var interruption = new Interruption();
        int exitCode = await new IsoluxApplication(new Terminal(output, error, TerminalKind.Stream), interruption).RunAsync(arguments);
        return new CommandOutcome(exitCode, output.ToString(), error.ToString());
    }
}
