namespace Isolux.Cli;

/// <summary>Where results and messages go: results to <paramref name="Output"/>, messages and progress to <paramref name="Error"/>.</summary>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="Kind">Whether a person watches the messages.</param>
internal sealed record Terminal(TextWriter Output, TextWriter Error, TerminalKind Kind)
{
    public static Terminal FromConsole() =>
        new(Console.Out, Console.Error, Console.IsErrorRedirected ? TerminalKind.Stream : TerminalKind.Interactive);
}
