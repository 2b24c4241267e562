using System.Collections.Immutable;
using Isolux.Numerics.Fitting;
using Isolux.Numerics.Statistics;
using Isolux.Quantities;

namespace Isolux.Campaign.Positioning;

/// <summary>Where a source is, with its error ellipsoid.</summary>
/// <param name="Position">The place.</param>
/// <param name="Covariance">Covariance of its coordinates, mm2.</param>
/// <param name="Chi2">Disagreement of the measures.</param>
/// <param name="DegreesOfFreedom">Measures beyond those that a place needs.</param>
public sealed record PositionFix(Position Position, CovarianceMatrix Covariance, double Chi2, int DegreesOfFreedom)
{
    private const int Dimensions = 3;

    /// <summary>Probability of a disagreement at least this large; 1 without a degree of freedom.</summary>
    public double PValue => DegreesOfFreedom > 0 ? ChiSquared.UpperTailProbability(Chi2, DegreesOfFreedom) : 1.0;

    /// <summary>Root of the trace of the covariance: the rms distance between fix and truth, mm.</summary>
    public double DistanceErrorMm => Math.Sqrt(Covariance[0, 0] + Covariance[1, 1] + Covariance[2, 2]);

    /// <summary>Principal axes of the ellipsoid of one standard error, longest first.</summary>
    public ImmutableArray<EllipsoidAxis> Axes =>
        [.. Covariance.PrincipalAxes().Select(axis => new EllipsoidAxis(Math.Sqrt(axis.Variance), new Position(axis.Direction[0], axis.Direction[1], axis.Direction[2])))];

    /// <summary>Squared distance of a place from the fix in units of its errors: follows chi2 with three degrees of freedom where the place is the truth.</summary>
    public double SquaredDistanceChi2(Position place)
    {
        Position away = place - Position;
        return Covariance.Chi2Of([away.XMm, away.YMm, away.ZMm]);
    }

    /// <summary>Probability that a fix lies at least so far from this place, were it the truth.</summary>
    public double ProbabilityAt(Position place) => ChiSquared.UpperTailProbability(SquaredDistanceChi2(place), Dimensions);
}
