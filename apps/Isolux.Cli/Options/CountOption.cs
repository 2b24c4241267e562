using System.CommandLine;
using System.Numerics;

namespace Isolux.Cli.Options;

/// <summary>How many: <c>--count N</c>, at least 1.</summary>
internal static class CountOption
{
    public static Option<T> Create<T>(string description, T defaultCount)
        where T : INumber<T>
    {
        var option = new Option<T>("--count") { Description = description, HelpName = "N", DefaultValueFactory = _ => defaultCount };
        option.Validators.Add(Requirement.Positive<T>);
        return option;
    }
}
