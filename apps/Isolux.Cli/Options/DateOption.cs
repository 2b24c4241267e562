using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Isolux.Cli.Options;

/// <summary>A day: <c>--date YYYY-MM-DD</c>.</summary>
internal static class DateOption
{
    private const string Format = "yyyy-MM-dd";

    public static Option<DateOnly?> Create(string description) => new("--date")
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = Parse,
    };

    private static DateOnly? Parse(ArgumentResult result)
    {
        string text = result.Tokens.Single().Value;
        if (DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
        {
            return date;
        }

        result.AddError($"'{text}' is not a date like 2026-07-01");
        return null;
    }
}
