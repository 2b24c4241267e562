using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using Isolux.Reporting.Figures;
using Isolux.Strategy.Provenance;
using Isolux.Strategy.Report;
using Isolux.Strategy.Resolution;
using Isolux.Strategy.Summary;

namespace Isolux.Reporting.Html;

/// <summary>The page of a report: one file without a link to the outside, good to read on a screen and on paper.</summary>
internal sealed class ReportPage(ReportContent content, ImmutableArray<Figure> figures)
{
    private const string None = "\u2013";
    private readonly StringBuilder _html = new();

    public string Write()
    {
        RunSummary summary = content.Summary;
        string title = $"{summary.Detector}: campaign {summary.CampaignName}";
        _html.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{Escape(title)}</title>\n");
        _html.Append(CultureInfo.InvariantCulture, $"<meta name=\"viewport\" content=\"width=device-width\">\n<style>{PageStyle.Css}</style>\n</head>\n<body>\n");
        _html.Append(CultureInfo.InvariantCulture, $"<h1>{Escape(title)}</h1>\n");
        Paragraph(
            $"Isolux {content.Manifest.Program.Version}, {content.Manifest.EndedAt:yyyy-MM-dd}, seed {summary.Seed}. "
            + $"Simulated over declared statistics: {Number(summary.StatisticsFactor)}.");
        Headline(summary);
        Resolution(summary.Resolution);
        NonUniformity(summary.NonUniformity);
        if (summary.NonLinearity is { } nonLinearity)
        {
            _html.Append(NonLinearitySection.Write(nonLinearity));
            Show("nonlinearity");
        }

        DualCalorimetry(summary.DualCalorimetry);
        Reconstruction(summary.Reconstruction);
        if (summary.Sensitivity is { } sensitivity)
        {
            _html.Append(SensitivitySection.Write(sensitivity));
            Show("mass-ordering");
        }

        Section("The peak behind the light yield", "peak");
        Campaign(summary.Campaign);
        Notes();
        Assumptions();
        Manifest(content.Manifest);
        return _html.Append("</body>\n</html>\n").ToString();
    }

    private void Headline(RunSummary summary)
    {
        var table = new HtmlTable("quantity", "this run");
        if (summary.LightYield is { } yield)
        {
            table.Add("light yield Y0", $"{new Measured(yield.ValuePePerMeV, yield.Error)} PE/MeV");
        }

        if (summary.NonUniformity is { } map)
        {
            table.Add("largest g(r)", $"{map.Maximum:F3} at {map.MaximumRadiusM:F2} m");
            table.Add("g(17.0 m)", $"{map.At17M:F3}");
            table.Add("mean of g in the fiducial volume", $"{map.FiducialMean:F3} (rms {100 * map.FiducialRms:F2} %)");
            table.Add("rms of the corrected response over position", map.ResidualRms is { } rms ? $"{100 * rms:F3} %" : None);
        }

        if (summary.Resolution?.Rows.LastOrDefault(row => ResolutionRowNames.IsCorrection(row.Name)) is { } last)
        {
            table.Add($"ã after the last correction ({Words.FromKebabCase(last.Name).ToLowerInvariant()})", $"{ATilde(last)} %");
        }

        Heading("Results");
        _html.Append(table);
    }

    private void Resolution(ResolutionSummary? resolution)
    {
        if (resolution is not null)
        {
            _html.Append(ResolutionSection.Write(resolution));
            Show("resolution");
            Show("resolution-varied");
            Show("resolution-rows");
        }
    }

    private void NonUniformity(NonUniformitySummary? map)
    {
        if (map is null)
        {
            return;
        }

        Heading("Non-uniformity");
        Paragraph($"g(r, θ) is the response relative to the centre, fitted to {map.Points} calibration points.");
        Show("non-uniformity-map");
        Show("radial-response");
        Show("residual-map");
    }

    private void DualCalorimetry(DualCalorimetrySummary? dual)
    {
        if (dual is null)
        {
            return;
        }

        Heading("Instrumental non-linearity");
        Paragraph(
            $"A large PMT loses {dual.ChannelNonLinearityAt100PePercent:F1} % of a charge of 100 PE (calibrated with the laser against the small PMTs). Events of 1 to 10 MeV in the fiducial volume "
            + $"deviate by up to {dual.ResidualBeforePercent:F2} % as measured and by up to {dual.ResidualAfterPercent:F2} % once every channel is corrected.");
        Show("instrumental-non-linearity");
    }

    private void Reconstruction(ReconstructionSummary? reconstruction)
    {
        if (reconstruction is null)
        {
            return;
        }

        Heading("Vertex and energy from hits");
        Paragraph(
            $"Electrons of 1 MeV, even in the fiducial volume, ideal electronics: {reconstruction.VertexResolutionCmAt1MeV:F1} cm per axis, energies {reconstruction.EnergyBiasPercent:+0.00;-0.00} % from the counted light, "
            + $"{100 * reconstruction.ConvergedFraction:F2} % converged, {reconstruction.EventsPerSecondPerCore:F0} events per second on one core.");
    }

    private void Campaign(CampaignSummary? campaign)
    {
        if (campaign is null)
        {
            return;
        }

        Heading("Campaign");
        Paragraph(
            $"{campaign.Steps} steps: {Number(campaign.TravelMinutes)} min of travel and {Number(campaign.DataMinutes)} min of data taking, "
            + $"{(campaign.TravelMinutes + campaign.DataMinutes) / 60:F1} h together.");
        if (!content.CampaignTimes.IsEmpty)
        {
            var table = new HtmlTable("part", "points", "travel (min)", "data (min)", "total (min)", "basis");
            foreach (CampaignTime time in content.CampaignTimes)
            {
                table.Add(
                    time.Part, $"{time.Points}", Number(time.TravelMinutes), Number(time.DataMinutes), Number(time.TravelMinutes + time.DataMinutes), time.Basis);
            }

            _html.Append(table);
        }

        Show("detector");
    }

    private void Notes()
    {
        if (content.Notes.IsEmpty)
        {
            return;
        }

        Heading("Notes");
        _html.Append("<ul>\n");
        foreach (string note in content.Notes)
        {
            _html.Append("<li>").Append(Escape(note)).Append("</li>\n");
        }

        _html.Append("</ul>\n");
    }

    private void Assumptions()
    {
        Heading("Assumptions used");
        if (content.Assumptions.IsEmpty)
        {
            Paragraph("The detector's documents declare none.");
            return;
        }

        Paragraph("Values nobody published; they can be changed in the detector's documents or by an overlay.");
        var table = new HtmlTable("where", "value", "reason");
        foreach (Detector.Assumption assumption in content.Assumptions)
        {
            table.Add(assumption.Path, assumption.Value, assumption.Reason);
        }

        _html.Append(table);
    }

    private void Manifest(RunManifest manifest)
    {
        Heading("Manifest");
        var table = new HtmlTable("what", "value");
        table.Add("command line", string.Join(' ', manifest.CommandLine));
        table.Add("version", manifest.Program.Version).Add("commit", manifest.Program.Commit ?? None);
        table.Add("runtime", $"{manifest.Program.Runtime}, {manifest.Program.OperatingSystem}");
        table.Add("processor", $"{manifest.Program.Processor}, vectors of {manifest.Program.VectorBits} bits");
        table.Add("threads", $"{content.Summary.Threads}").Add("wall time", $"{manifest.WallSeconds:F1} s");
        table.Add("detector digest", manifest.Inputs.DetectorDigest).Add("campaign digest", manifest.Inputs.CampaignDigest);
        table.Add("overlays", manifest.Inputs.Overlays.IsEmpty ? None : string.Join(", ", manifest.Inputs.Overlays));
        table.Add("global tag", manifest.GlobalTag ?? None);
        foreach ((string type, string id) in manifest.ConditionsSnapshot)
        {
            table.Add($"constants: {type}", id);
        }

        foreach (StageCount count in manifest.Counts)
        {
            string lost = string.Join(", ", count.LostByReason.Select(l => $"{l.Value} {l.Key}"));
            table.Add($"events: {count.Stage}", $"{count.In} in, {count.Out} out{(lost.Length > 0 ? $", lost: {lost}" : string.Empty)}");
        }

        _html.Append(table);
    }

    private void Section(string heading, string figure)
    {
        if (figures.Any(f => f.Name == figure))
        {
            Heading(heading);
            Show(figure);
        }
    }

    private void Show(string name)
    {
        if (figures.FirstOrDefault(f => f.Name == name) is { } figure)
        {
            string data = Convert.ToBase64String(figure.Png.AsSpan());
            _html.Append(CultureInfo.InvariantCulture, $"<figure><img alt=\"{Escape(figure.Caption)}\" src=\"data:image/png;base64,{data}\">\n");
            _html.Append(CultureInfo.InvariantCulture, $"<figcaption>{Escape(figure.Caption)} Numbers: <code>figures/{name}.csv</code>.</figcaption></figure>\n");
        }
    }

    private void Heading(string text) => _html.Append(CultureInfo.InvariantCulture, $"<h2>{Escape(text)}</h2>\n");

    private void Paragraph(string text) => _html.Append(CultureInfo.InvariantCulture, $"<p>{Escape(text)}</p>\n");

    private static Measured ATilde(ResolutionRow row) => new(row.ATildePercent, row.ATildeErrorPercent);

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
