using System.CommandLine;

namespace Isolux.Cli.Options;

/// <summary>Which measured data: <c>--data NAME|FILE</c>.</summary>
internal static class DataOption
{
    public static Option<string> Create() => new("--data")
    {
        Description = "Data set: a name under datasets/, a folder or a file.",
        HelpName = "NAME|FILE",
        Required = true,
    };
}
