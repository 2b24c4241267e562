using System.CommandLine;
using Isolux.Detector.Reactors;

namespace Isolux.Cli.Options;

/// <summary>Which mass ordering: <c>--ordering NO|IO</c>.</summary>
internal static class OrderingOption
{
    public static Option<string> Create(string description)
    {
        Option<string> option = new("--ordering") { Description = description, HelpName = "NO|IO", DefaultValueFactory = _ => "NO" };
        option.AcceptOnlyFromAmong("NO", "IO");
        return option;
    }

    public static MassOrdering Read(string value) => value == "NO" ? MassOrdering.Normal : MassOrdering.Inverted;
}
