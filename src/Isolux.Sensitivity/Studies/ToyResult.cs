using System.Collections.Immutable;
using Isolux.Numerics.Statistics;

namespace Isolux.Sensitivity.Studies;

/// <summary>What toys gave.</summary>
/// <param name="Pulls">Pulls of the four oscillation parameters, in the order of a model.</param>
/// <param name="Chi2">Smallest chi2.</param>
/// <param name="FailedCount">Fits that did not converge.</param>
/// <param name="DegreesOfFreedom">Bins minus oscillation parameters.</param>
public sealed record ToyResult(ImmutableArray<RunningMoments> Pulls, RunningMoments Chi2, int FailedCount, int DegreesOfFreedom);
