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

        foreach (NonLinearityModelSummary model in summary.NonLinearity?.Models ?? [])
        {
            terminal.Output.WriteLine(
                $"Non-linearity, {model.Name}: chi2/ndf {model.Chi2:F1}/{model.Ndf}, positrons of 1 to 8 MeV off by at most {model.PositronBiasMaxPercent:F2} %, quoted band up to {model.PositronBandMaxPercent:F2} % away (the truth inside at {100 * model.TruthInsideFraction:F0} % of the energies).");
        }

        if (summary.DualCalorimetry is { } dual)
        {
            terminal.Output.WriteLine(
                $"Dual calorimetry: {dual.ChannelNonLinearityAt100PePercent:F1} % lost at 100 PE; events off by up to {dual.ResidualBeforePercent:F2} % before and {dual.ResidualAfterPercent:F2} % after correction.");
        }

        if (summary.Reconstruction is { } reconstruction)
        {
            terminal.Output.WriteLine(
                $"Vertex and energy at 1 MeV: {reconstruction.VertexResolutionCmAt1MeV:F1} cm per axis, energies {reconstruction.EnergyBiasPercent:+0.00;-0.00} % off, {100 * reconstruction.ConvergedFraction:F2} % converged.");
        }

        if (summary.Sensitivity is { } sensitivity)
        {
            OrderingSummary ordering = sensitivity.DeltaChi2;
            string published = sensitivity.PublishedDeltaChi2 is { } range ? $"; published {range.LowDeltaChi2:F1} to {range.HighDeltaChi2:F1}" : string.Empty;
            terminal.Output.WriteLine(
                $"Mass ordering after {sensitivity.ExposureYears:0.##} years at full power: Δχ² {ordering.NormalDeltaChi2:F2} ± {ordering.NormalError:F2} (normal), {ordering.InvertedDeltaChi2:F2} ± {ordering.InvertedError:F2} (inverted){published}.");
        }

        terminal.Output.WriteLine($"Report: {Path.Combine(folder, "report", "index.html")}");
    }
}
