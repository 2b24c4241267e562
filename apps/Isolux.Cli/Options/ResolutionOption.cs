using System.CommandLine;
using System.Globalization;
using Isolux.Detector.Light;
using Isolux.Detector.Reactors;

namespace Isolux.Cli.Options;

/// <summary>Energy resolution: <c>--resolution a,b,c</c> in percent.</summary>
internal static class ResolutionOption
{
    private const double LargestPercent = 50.0;

    public static Option<string?> Create()
    {
        Option<string?> option = new("--resolution") { Description = "Energy resolution a,b,c in percent; the detector's own without it.", HelpName = "A,B,C" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && Parse(token.Value) is null)
            {
                result.AddError($"'{token.Value}' is no resolution, which is three numbers in percent from 0 to {LargestPercent:F0}, not all zero, such as 2.61,0.82,1.23");
            }
        });
        return option;
    }

    public static ResolutionModel Read(string? value, ReactorExperiment experiment) =>
        value is null ? experiment.Resolution : ResolutionModel.FromPercent(Parse(value)!);

    private static double[]? Parse(string text)
    {
        string[] parts = text.Split(',');
        double[] percent = new double[3];
        for (int i = 0; i < percent.Length; i++)
        {
            if (parts.Length != percent.Length || !double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out percent[i]) || !(percent[i] is >= 0 and <= LargestPercent))
            {
                return null;
            }
        }

        return percent.Any(value => value > 0.01) ? percent : null;
    }
}
