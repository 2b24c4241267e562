using Isolux.Strategy.Ladder;

namespace Isolux.Strategy.Summary;

/// <summary>One source of the energy ladder in a summary.</summary>
/// <param name="Name">Name of the line.</param>
/// <param name="EnergyMeV">True energy, MeV.</param>
/// <param name="PeakPe">Position of the peak, dark noise included, PE.</param>
/// <param name="PeakPeError">Its statistical error.</param>
/// <param name="VisibleRatio">Visible over true energy relative to neutron capture on hydrogen.</param>
/// <param name="VisibleRatioError">Its statistical error.</param>
/// <param name="ShadowingBiasPercent">Bias by photons that hit the capsule, percent; null where the capsule is not simulated.</param>
/// <param name="EnergyLossBiasPercent">Bias by energy that gammas leave in the capsule, percent; null where the capsule is not simulated.</param>
/// <param name="Refusal">Why the peak must not be used; null where it may.</param>
public sealed record SourceLineSummary(
    string Name,
    double EnergyMeV,
    double PeakPe,
    double PeakPeError,
    double VisibleRatio,
    double VisibleRatioError,
    double? ShadowingBiasPercent,
    double? EnergyLossBiasPercent,
    string? Refusal)
{
    /// <summary>The summary of a line simulated without its capsule.</summary>
    public static SourceLineSummary Of(SourceLine line) => new(
        line.Name, line.EnergyMeV, line.PeakPe, line.PeakPeError, line.VisibleRatio, line.VisibleRatioError, null, null, line.Peak.IsAccepted ? null : line.Peak.Refusal);
}
