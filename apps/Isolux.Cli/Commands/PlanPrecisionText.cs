using System.Globalization;
using Isolux.Strategy.Pricing;

namespace Isolux.Cli.Commands;

/// <summary>Statistical errors a plan buys, for people and for spreadsheets.</summary>
internal static class PlanPrecisionText
{
    private const double MmPerM = 1000.0;

    public static void Print(PlanPrecisionReport precision, Terminal terminal)
    {
        if (!precision.Sources.IsEmpty)
        {
            var lines = new ResultTable("source", "E [MeV]", "width [%]", "points", "error at the centre [%]", "median [%]", "largest [%]");
            foreach (SourcePrecision line in precision.Sources)
            {
                lines.Add(
                    line.Source, $"{line.EnergyMeV:F3}", $"{line.WidthPercent:F2}", $"{line.Points}", line.CentreErrorPercent is { } error ? $"{error:F4}" : string.Empty,
                    $"{line.MedianErrorPercent:F4}", $"{line.LargestErrorPercent:F4}");
            }

            lines.Print(terminal, "Statistical errors of peaks: of the light yield for neutron captures at the centre, of g at every other point, of the non-linearity for other lines.");
        }

        if (precision.Map is { } map)
        {
            terminal.Output.WriteLine(
                $"Map g(r, theta) from {map.Points} points of {map.Source}: statistical error {map.FiducialErrorPercent:F3} % rms over the fiducial volume, {map.LargestErrorPercent:F3} % at most; what points miss between them comes on top (isolux plan points).");
            terminal.Output.WriteLine();
        }

        if (!precision.Channels.IsEmpty)
        {
            var channels = new ResultTable("photosensor", "row", "single PE", "gain [%]", "efficiency [%]", "time offset [ns]", "charge at the brightest [%]");
            foreach (ChannelPrecision channel in precision.Channels)
            {
                channels.Add(
                    channel.Sensor, channel.Row, $"{channel.SinglePulseCount:F0}", $"{channel.GainErrorPercent:F3}", $"{channel.EfficiencyErrorPercent:F3}",
                    $"{channel.TimeOffsetErrorNs:F3}", channel.BrightestChargeErrorPercent is { } charge ? $"{charge:F3}" : string.Empty);
            }

            channels.Print(terminal, "Statistical errors of every channel from the laser.");
        }
    }

    public static string Csv(PlanPrecision precision) => string.Concat(
    [
        "system,source,x_m,y_m,z_m,events,whole_fraction,peak_error_percent\n",
        .. precision.Points.Select(point => string.Create(
            CultureInfo.InvariantCulture,
            $"{point.System},{point.Source},{point.Position.XMm / MmPerM:0.####},{point.Position.YMm / MmPerM:0.####},{point.Position.ZMm / MmPerM:0.####},{point.Events},{point.WholeFraction:0.####},{point.PeakErrorPercent:0.#####}\n")),
    ]);
}
