using System.Collections.Immutable;
using Isolux.Detector.Published;
using Isolux.Strategy.Summary;

namespace Isolux.Strategy.Resolution;

/// <summary>Puts fitted rows beside the published ones, in percent.</summary>
internal sealed class ResolutionTableSummary(PublishedResults? published)
{
    private const double Percent = 100.0;

    /// <summary>The whole table.</summary>
    public ResolutionSummary Summarise(ResolutionRows table) => new([.. table.Fits.Select(fit => Row(fit, table.Steps))], [.. table.Steps.Select(Step)]);

    private ResolutionStep Step(RowStep step) => new()
    {
        From = step.From,
        To = step.To,
        DeltaATildePercent = Percent * step.DeltaFraction,
        ErrorPercent = Percent * step.DeltaError,
        PublishedPercent = PublishedRow(step.To) is { } later && PublishedRow(step.From) is { } earlier ? Math.Round(later.EffectivePercent - earlier.EffectivePercent, 6) : null,
    };

    private PublishedRow? PublishedRow(string name) => published?.Resolution.GetValueOrDefault(name);

    /// <summary>One row; a later row carries the bias against its base.</summary>
    public ResolutionRow Row(ResolutionRowFit fit, ImmutableArray<RowStep> steps)
    {
        RowStep? step = ResolutionRowNames.IsCorrection(fit.Name) ? null : steps.FirstOrDefault(candidate => candidate.To == fit.Name);
        return Row(fit) with
        {
            BaseRow = step?.From,
            BiasPercent = Percent * step?.BiasFraction,
            BiasErrorPercent = Percent * step?.BiasError,
        };
    }

    private ResolutionRow Row(ResolutionRowFit fit) => new()
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
        Published = PublishedRow(fit.Name) is { } row ? Convert(row) : null,
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
        BiasPercent = row.BiasPercent,
        BiasErrorPercent = row.BiasErrorPercent,
    };
}
