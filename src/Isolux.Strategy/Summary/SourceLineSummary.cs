using Isolux.Strategy.Capsules;
using Isolux.Strategy.Ladder;

namespace Isolux.Strategy.Summary;

/// <summary>One source of the energy ladder in a summary.</summary>
/// <param name="Name">Name of the line.</param>
/// <param name="EnergyMeV">True energy, MeV.</param>
/// <param name="PeakPe">Position of the peak, dark noise included, PE.</param>
/// <param name="PeakPeError">Its statistical error.</param>
/// <param name="VisibleRatio">Visible over true energy relative to neutron capture on hydrogen.</param>
/// <param name="VisibleRatioError">Its statistical error.</param>
/// <param name="ShadowingBiasPercent">Bias that photons which hit capsule and fixture would give it, percent; null for a line without a capsule.</param>
/// <param name="ShadowingBiasError">Its statistical error, percent.</param>
/// <param name="EnergyLossBiasPercent">Bias that energy left by gammas in the capsule would give it, percent; null for a line without a capsule.</param>
/// <param name="EnergyLossBiasError">Its statistical error, percent.</param>
/// <param name="Refusal">Why the peak must not be used; null where it may.</param>
public sealed record SourceLineSummary(
    string Name,
    double EnergyMeV,
    double PeakPe,
    double PeakPeError,
    double VisibleRatio,
    double VisibleRatioError,
    double? ShadowingBiasPercent,
    double? ShadowingBiasError,
    double? EnergyLossBiasPercent,
    double? EnergyLossBiasError,
    string? Refusal)
{
    /// <summary>The summary of a line simulated without its capsule.</summary>
    /// <param name="line">The line.</param>
    /// <param name="capsule">What its capsule would do to it; null where it has none.</param>
    public static SourceLineSummary Of(SourceLine line, CapsuleBias? capsule)
    {
        ArgumentNullException.ThrowIfNull(line);
        return new SourceLineSummary(
            line.Name,
            line.EnergyMeV,
            line.PeakPe,
            line.PeakPeError,
            line.VisibleRatio,
            line.VisibleRatioError,
            capsule?.Shadowing.Bias.ValuePercent,
            capsule?.Shadowing.Bias.ErrorPercent,
            capsule?.EnergyLoss.Bias.ValuePercent,
            capsule?.EnergyLoss.Bias.ErrorPercent,
            line.Peak.IsAccepted ? null : line.Peak.Refusal);
    }
}
