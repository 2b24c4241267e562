using System.Net;
using System.Text;
using Isolux.Strategy.Summary;

namespace Isolux.Reporting.Html;

/// <summary>The words and tables of the non-linearity of the scintillator.</summary>
internal static class NonLinearitySection
{
    private const string None = "\u2013";

    public static string Write(NonLinearitySummary nonLinearity)
    {
        var sources = new HtmlTable("source", "energy (MeV)", "peak (PE)", "visible / true energy", "shadowing (%)", "energy loss (%)", "peak fit");
        foreach (SourceLineSummary source in nonLinearity.Sources)
        {
            bool isAccepted = source.Refusal is null;
            sources.Add(
                source.Name,
                $"{source.EnergyMeV:F3}",
                isAccepted ? $"{new Measured(source.PeakPe, source.PeakPeError)}" : None,
                isAccepted ? $"{source.VisibleRatio:F4} ± {source.VisibleRatioError:F4}" : None,
                Bias(source.ShadowingBiasPercent, source.ShadowingBiasError),
                Bias(source.EnergyLossBiasPercent, source.EnergyLossBiasError),
                source.Refusal is { } refusal ? $"refused: {refusal}" : "accepted");
        }

        var models = new HtmlTable("model", "χ²/ndf", "half width of its own band (%)", "distance to the edges of the quoted band (%)", "bias (%)", "energies with the truth inside (%)");
        foreach (NonLinearityModelSummary model in nonLinearity.Models)
        {
            models.Add(model.Name, $"{model.Chi2:F1}/{model.Ndf}", $"{model.PositronOwnBandMaxPercent:F2}", $"{model.PositronBandMaxPercent:F2}", $"{model.PositronBiasMaxPercent:F2}", $"{100 * model.TruthInsideFraction:F0}");
        }

        return new StringBuilder("<h2>Non-linearity of the scintillator</h2>\n")
            .Append(Paragraph("Full-absorption peaks at the centre, without capsules; ratios are relative to neutron capture on hydrogen, errors statistical. Shadowing and energy loss are what the capsule and its fixture would take from a peak (published bounds 0.15 % and 0.06 %); the band of the positron scale contains them."))
            .Append(sources)
            .Append(Paragraph("Both models of electrons, fitted to the accepted lines and the beta spectrum together; largest bands (68 %) and bias of the positron scale over 1 to 8 MeV, the truth being the simulated light of positrons. The quoted band is the hull of the bands of both models: what another form makes of the same data is the error of a form."))
            .Append(models)
            .ToString();
    }

    private static string Bias(double? valuePercent, double? errorPercent) => valuePercent is null ? None : $"{valuePercent:F3} ± {errorPercent:F3}";

    private static string Paragraph(string text) => $"<p>{WebUtility.HtmlEncode(text)}</p>\n";
}
