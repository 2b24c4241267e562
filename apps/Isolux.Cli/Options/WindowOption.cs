using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Isolux.Events.Hits;

namespace Isolux.Cli.Options;

/// <summary>A readout window: <c>--window START,END</c> in ns since the trigger.</summary>
internal static class WindowOption
{
    public static Option<ReadoutWindow?> Create() => new("--window")
    {
        Description = "Readout window in ns since the trigger; the declared one by default. Runs that calibrate channels need one that opens well before the light.",
        HelpName = "START,END",
        CustomParser = Parse,
    };

    private static ReadoutWindow? Parse(ArgumentResult result)
    {
        string text = result.Tokens.Single().Value;
        string[] parts = text.Split(',');
        if (parts.Length == 2
            && double.TryParse(parts[0], CultureInfo.InvariantCulture, out double startNs)
            && double.TryParse(parts[1], CultureInfo.InvariantCulture, out double endNs)
            && double.IsFinite(startNs) && double.IsFinite(endNs) && startNs < endNs)
        {
            return new ReadoutWindow(startNs, endNs);
        }

        result.AddError($"'{text}' is not a window, which is two rising numbers in ns like -500,500");
        return null;
    }
}
