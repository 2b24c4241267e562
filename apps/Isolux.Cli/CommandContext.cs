using Isolux.Storage.Output;

namespace Isolux.Cli;

/// <summary>What every verb is given.</summary>
internal sealed record CommandContext(Terminal Terminal, Surroundings Surroundings)
{
    /// <summary>Shows how far long work is.</summary>
    public ProgressDisplay Progress { get; } = new(Terminal, Surroundings.Clock);

    /// <summary>One sentence for the user, on standard error.</summary>
    public void Say(string sentence) => Terminal.Error.WriteLine($"isolux: {sentence}");

    /// <summary>Prints the one JSON object of a verb.</summary>
    public void PrintJson<T>(T result) => Terminal.Output.Write(OutputJson.Write(result));

    /// <summary>Absolute path of what a user typed.</summary>
    public string Resolve(string path) => Path.GetFullPath(path, Surroundings.WorkingFolder);
}
