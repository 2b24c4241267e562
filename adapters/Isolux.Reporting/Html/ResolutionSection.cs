using System.Net;
using System.Text;
using Isolux.Strategy.Resolution;
using Isolux.Strategy.Summary;

namespace Isolux.Reporting.Html;

/// <summary>The words and tables of the energy resolution.</summary>
internal static class ResolutionSection
{
    private const string None = "\u2013";

    public static string Write(ResolutionSummary resolution)
    {
        StringBuilder html = new StringBuilder("<h2>Energy resolution</h2>\n").Append(Paragraph(
            "σ/E = √((a/√E)² + b² + (c/E)²) with E the visible energy in MeV; ã = √(a² + (1.6 b)² + (c/1.6)²). Percent; errors in brackets belong to the last "
            + "digits. Pull = (this run − published)/√(sum of squared errors). a, b and c are strongly correlated: compare σ/E and ã first."));
        var rows = new HtmlTable("row", "a", "b", "c", "ã", "ã at 2.56 MeV", "published a", "b", "c", "ã", "pull a", "b", "c", "ã");
        foreach (ResolutionRow row in resolution.Rows)
        {
            rows.Add(Cells(row));
        }

        html.Append(rows);
        var steps = new HtmlTable("step", "change of ã (paired)", "published", "difference");
        foreach (ResolutionStep step in resolution.Steps)
        {
            steps.Add(
                $"{ResolutionRowNames.Title(step.From)} → {ResolutionRowNames.Title(step.To)}",
                new Measured(step.DeltaATildePercent, step.ErrorPercent).ToString(),
                step.PublishedPercent is { } published ? $"{published:F2}" : None,
                step.PublishedPercent is { } reference ? $"{step.DeltaATildePercent - reference:+0.000;−0.000}" : None);
        }

        html.Append(steps);
        ResolutionRow[] biased = [.. resolution.Rows.Where(row => row.BiasPercent is not null)];
        if (biased.Length > 0)
        {
            html.Append(Paragraph(
                "Energy bias of a changed detector that was recalibrated at the centre alone: peak over that of the row it is varied from, minus 1, averaged over kinetic energies. Percent; reported, not required."));
            var biases = new HtmlTable("row", "varied from", "bias", "published", "pull");
            foreach (ResolutionRow row in biased)
            {
                Measured bias = new(row.BiasPercent!.Value, row.BiasErrorPercent ?? 0.0);
                Measured? published = row.Published is { BiasPercent: { } value, BiasErrorPercent: { } error } ? new Measured(value, error) : null;
                biases.Add(
                    ResolutionRowNames.Title(row.Name), row.BaseRow is { } from ? ResolutionRowNames.Title(from) : None, $"{bias}", published is { } its ? $"{its}" : None,
                    published is { } known ? Pull(bias.PullTo(known)) : None);
            }

            html.Append(biases);
        }

        return html.ToString();
    }

    private static string[] Cells(ResolutionRow row)
    {
        Measured a = new(row.APercent, row.AErrorPercent), b = new(row.BPercent, row.BErrorPercent), c = new(row.CPercent, row.CErrorPercent);
        Measured tilde = new(row.ATildePercent, row.ATildeErrorPercent);
        string[] ours = [ResolutionRowNames.Title(row.Name), $"{a}", $"{b}", $"{c}", $"{tilde}", row.ATildeDirectPercent is { } direct ? $"{direct:F3}" : None];
        if (row.Published is not { } published)
        {
            return [.. ours, .. Enumerable.Repeat(None, 8)];
        }

        Measured pa = new(published.APercent, published.AErrorPercent), pb = new(published.BPercent, published.BErrorPercent);
        Measured pc = new(published.CPercent, published.CErrorPercent), pTilde = new(published.ATildePercent, published.ATildeErrorPercent);
        return
        [
            .. ours, $"{pa}", $"{pb}", $"{pc}", $"{pTilde}", Pull(a.PullTo(pa)), Pull(b.PullTo(pb)), Pull(c.PullTo(pc)), Pull(tilde.PullTo(pTilde)),
        ];
    }

    private static string Pull(double pull) => double.IsFinite(pull) ? $"{pull:+0.0;−0.0;0.0}" : None;

    private static string Paragraph(string text) => $"<p>{WebUtility.HtmlEncode(text)}</p>\n";
}
