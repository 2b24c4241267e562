using Isolux.Strategy.Summary;

namespace Isolux.Cli.Commands;

/// <summary>A summary for people.</summary>
internal static class SummaryTable
{
    public static void Print(Terminal terminal, RunSummary summary, string folder)
    {
        if (summary.LightYield is { } yield)
        {
            terminal.Output.WriteLine($"Light yield {yield.ValuePePerMeV:F1} ± {yield.Error:F1} PE/MeV.");
        }

        if (summary.NonUniformity is { } map)
        {
            terminal.Output.WriteLine(
                $"g(r): largest {map.Maximum:F3} at {map.MaximumRadiusM:F2} m, {map.At17M:F3} at 17.0 m, {map.FiducialMean:F3} on average in the fiducial volume.");
        }

        if (summary.Resolution is { } resolution)
        {
            var table = new ResultTable("row", "a (%)", "b (%)", "c (%)", "ã (%)", "published ã (%)", "bias (%)", "published");
            foreach (ResolutionRow row in resolution.Rows)
            {
                table.Add(
                    row.Name,
                    $"{row.APercent:F3} ± {row.AErrorPercent:F3}",
                    $"{row.BPercent:F3} ± {row.BErrorPercent:F3}",
                    $"{row.CPercent:F3} ± {row.CErrorPercent:F3}",
                    $"{row.ATildePercent:F3} ± {row.ATildeErrorPercent:F3}",
                    row.Published is { } published ? $"{published.ATildePercent:F2} ± {published.ATildeErrorPercent:F2}" : "-",
                    row.BiasPercent is { } bias ? $"{bias:+0.000;-0.000} ± {row.BiasErrorPercent:F3}" : "-",
                    row.Published?.BiasPercent is { } publishedBias ? $"{publishedBias:+0.00;-0.00} ± {row.Published.BiasErrorPercent:F2}" : "-");
            }

            table.Print(terminal);
        }

        terminal.Output.WriteLine($"Report: {Path.Combine(folder, "report", "index.html")}");
    }
}
