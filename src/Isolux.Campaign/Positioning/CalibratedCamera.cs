using System.Collections.Immutable;
using Isolux.Numerics.Fitting;

namespace Isolux.Campaign.Positioning;

/// <summary>A camera fitted to targets at known places.</summary>
/// <param name="Name">Name of the camera.</param>
/// <param name="Camera">The camera.</param>
/// <param name="Covariance">Covariance of its nine parameters.</param>
/// <param name="Chi2">Disagreement of spots, survey and model.</param>
/// <param name="DegreesOfFreedom">Measures beyond the parameters.</param>
/// <param name="Targets">Targets used.</param>
/// <param name="Rejected">Targets left out because they fit no camera.</param>
public sealed record CalibratedCamera(
    string Name, PinholeCamera Camera, CovarianceMatrix Covariance, double Chi2, int DegreesOfFreedom, ImmutableArray<string> Targets, ImmutableArray<string> Rejected)
{
    /// <summary>
    /// By how much the parameters change per mm that a target is not where it is believed to be: [9, 3] by the name of the target. A wrong target misleads all cameras alike, so their errors are correlated.
    /// </summary>
    internal ImmutableSortedDictionary<string, double[,]> ByTarget { get; init; } = ImmutableSortedDictionary<string, double[,]>.Empty;
}
