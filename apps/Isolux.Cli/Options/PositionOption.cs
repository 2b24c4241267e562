using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Isolux.Quantities;

namespace Isolux.Cli.Options;

/// <summary>A point in the detector: <c>--position X,Y,Z</c> in metres.</summary>
internal static class PositionOption
{
    public static Option<Position?> Create() => new("--position")
    {
        Description = "Point in metres, the origin at the centre of the detector, z up; the centre by default.",
        HelpName = "X,Y,Z",
        CustomParser = Parse,
    };

    private static Position? Parse(ArgumentResult result)
    {
        string text = result.Tokens.Single().Value;
        string[] parts = text.Split(',');
        double[] metres = new double[3];
        for (int i = 0; i < metres.Length; i++)
        {
            if (parts.Length != metres.Length || !double.TryParse(parts[i], CultureInfo.InvariantCulture, out metres[i]) || !double.IsFinite(metres[i]))
            {
                result.AddError($"'{text}' is not a position, which is three finite numbers in metres like -1,0,2.5");
                return null;
            }
        }

        return Position.FromMetres(metres[0], metres[1], metres[2]);
    }
}
