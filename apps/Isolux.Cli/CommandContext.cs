using System.CommandLine;
using Isolux.Storage.Output;

namespace Isolux.Cli;

/// <summary>What every verb is given.</summary>
internal sealed record CommandContext(Terminal Terminal, Surroundings Surroundings)
{
    /// <summary>Results as one JSON object.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Print the result as one JSON object.", Recursive = true };

    /// <summary>More about failures.</summary>
    public Option<bool> Verbose { get; } = new("--verbose") { Description = "Show where in the program a failure happened.", Recursive = true };

    /// <summary>Shows how far long work is.</summary>
    public ProgressDisplay Progress { get; } = new(Terminal, Surroundings.Clock);

    /// <summary>One sentence for the user, on standard error.</summary>
    public void Say(string sentence) => Terminal.Error.WriteLine($"isolux: {sentence}");

    /// <summary>Prints the one JSON object of a verb.</summary>
    public void PrintJson<T>(T result) => Terminal.Output.Write(OutputJson.Write(result));
}
