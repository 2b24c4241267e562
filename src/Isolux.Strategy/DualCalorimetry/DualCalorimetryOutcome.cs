using System.Collections.Immutable;
using Isolux.Strategy.Summary;

namespace Isolux.Strategy.DualCalorimetry;

/// <summary>What the dual calorimetry of a run gave.</summary>
/// <param name="Summary">The headline numbers.</param>
/// <param name="Residuals">Non-linearity of events over energy and radius.</param>
/// <param name="RefusedChannels">Channels whose own curve was not fitted.</param>
/// <param name="MeanReducedChi2">chi2/ndf of the channels' curves, averaged.</param>
internal sealed record DualCalorimetryOutcome(
    DualCalorimetrySummary Summary, ImmutableArray<ChargeResidual> Residuals, int RefusedChannels, double MeanReducedChi2);
