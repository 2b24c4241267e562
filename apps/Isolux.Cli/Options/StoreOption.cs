using System.CommandLine;

namespace Isolux.Cli.Options;

/// <summary>The store of constants: <c>--store FILE</c>.</summary>
internal static class StoreOption
{
    public static Option<string> Create() => new("--store") { Description = "Store of constants, a SQLite file.", HelpName = "FILE", Required = true };
}
