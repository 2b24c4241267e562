using System.Collections.Immutable;
using Isolux.Detector.Published;
using Isolux.Strategy.Summary;

namespace Isolux.Strategy.Resolution;

/// <summary>Puts fitted rows beside the published ones, in percent.</summary>
internal sealed class ResolutionTableSummary(PublishedResults? published)
{
    private const double Percent = 100.0;

    /// <param name="fits">Rows; the first one (at the centre) does not share events with the others.</param>
    /// <param name="stepErrors">Paired errors of the steps between all rows but the first.</param>
    public ResolutionSummary Summarise(ResolutionRowFit[] fits, ImmutableArray<double> stepErrors)
    {
        ImmutableArray<ResolutionRow> rows = [.. fits.Select(Row)];
        ResolutionStep[] steps = new ResolutionStep[stepErrors.Length];
        for (int i = 0; i < steps.Length; i++)
        {
            ResolutionRow from = rows[i + 1];
            ResolutionRow to = rows[i + 2];
            steps[i] = new ResolutionStep
            {
                From = from.Name,
                To = to.Name,
                DeltaATildePercent = to.ATildePercent - from.ATildePercent,
                ErrorPercent = Percent * stepErrors[i],
                PublishedPercent = to.Published is { } later && from.Published is { } earlier ? Math.Round(later.ATildePercent - earlier.ATildePercent, 6) : null,
            };
        }

        return new ResolutionSummary(rows, [.. steps]);
    }

    public ResolutionRow Row(ResolutionRowFit fit) => new()
    {
        Name = fit.Name,
        APercent = Percent * fit.Fit.Model.A,
        AErrorPercent = Percent * fit.Fit.AError,
        BPercent = Percent * fit.Fit.Model.B,
        BErrorPercent = Percent * fit.Fit.BError,
        CPercent = Percent * fit.Fit.Model.C,
        CErrorPercent = Percent * fit.Fit.CError,
        ATildePercent = Percent * fit.Fit.Model.EffectiveResolution,
        ATildeErrorPercent = Percent * fit.Fit.EffectiveResolutionError,
        ATildeDirectPercent = Percent * fit.DirectFraction,
        Published = published?.Resolution.GetValueOrDefault(fit.Name) is { } row ? Convert(row) : null,
    };

    private static PublishedResolution Convert(PublishedRow row) => new()
    {
        APercent = row.APercent,
        AErrorPercent = row.AErrorPercent,
        BPercent = row.BPercent,
        BErrorPercent = row.BErrorPercent,
        CPercent = row.CPercent,
        CErrorPercent = row.CErrorPercent,
        ATildePercent = row.EffectivePercent,
        ATildeErrorPercent = row.EffectiveErrorPercent,
    };
}
