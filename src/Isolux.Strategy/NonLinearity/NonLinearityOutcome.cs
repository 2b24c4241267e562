using System.Collections.Immutable;
using Isolux.Calibration.NonLinearity;
using Isolux.Numerics.Fitting;
using Isolux.Strategy.Summary;

namespace Isolux.Strategy.NonLinearity;

/// <summary>What the calibration of the non-linearity in a run gave.</summary>
/// <param name="Summary">The headline numbers.</param>
/// <param name="Data">What the models were fitted to.</param>
/// <param name="Results">One fit per model.</param>
/// <param name="PositronTruth">Simulated visible over true energy of positrons.</param>
internal sealed record NonLinearityOutcome(
    NonLinearitySummary Summary, NonLinearityData Data, ImmutableArray<NonLinearityResult> Results, ImmutableArray<PositronTruthPoint> PositronTruth)
{
    /// <summary>The fit to publish: of those that converged the one with the smallest chi2; null where none did.</summary>
    public NonLinearityResult? Best => Results.Where(result => result.Fit.Status is FitStatus.Converged or FitStatus.AtBound).MinBy(result => result.Fit.Chi2);

    /// <summary>The best of the other models whose fit converged; null where none did.</summary>
    public NonLinearityResult? Other => Results.Where(result => result != Best && result.Fit.Status is FitStatus.Converged or FitStatus.AtBound).MinBy(result => result.Fit.Chi2);
}
