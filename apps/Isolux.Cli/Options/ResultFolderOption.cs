using System.CommandLine;

namespace Isolux.Cli.Options;

/// <summary>Where results go: <c>--out DIR</c>, nowhere without it.</summary>
internal static class ResultFolderOption
{
    public static Option<string?> Create(string description) => new("--out") { Description = description, HelpName = "DIR" };
}
