using System.CommandLine.Parsing;
using System.Numerics;

namespace Isolux.Cli.Options;

/// <summary>What a number on the command line must be.</summary>
internal static class Requirement
{
    public static void Positive<T>(OptionResult result)
        where T : INumber<T>
    {
        Check<T>(result, value => value > T.Zero, "positive");
    }

    public static void NotNegative<T>(OptionResult result)
        where T : INumber<T>
    {
        Check<T>(result, value => value >= T.Zero, "zero or positive");
    }

    public static void Within(OptionResult result, double least, double most) => Within<double>(result, least, most);

    public static void Within<T>(OptionResult result, T least, T most)
        where T : INumber<T>
    {
        Check<T>(result, value => value >= least && value <= most, $"from {least} to {most}");
    }

    private static void Check<T>(OptionResult result, Predicate<T> holds, string requirement)
        where T : INumber<T>
    {
        // A token that is no number at all already has its own error.
        if (result.Tokens is [var token] && T.TryParse(token.Value, null, out T? value) && !(T.IsFinite(value) && holds(value)))
        {
            result.AddError($"'{token.Value}' cannot be the value of {result.Option.Name}, which must be {requirement}");
        }
    }
}
