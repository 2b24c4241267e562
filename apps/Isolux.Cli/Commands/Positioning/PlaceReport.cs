using System.Collections.Immutable;
using Isolux.Campaign.Positioning;

namespace Isolux.Cli.Commands.Positioning;

/// <summary>A place with its errors, m and m2; the ellipsoid of one standard error, longest axis first.</summary>
internal sealed record PlaceReport(
    ImmutableArray<double> PositionM,
    ImmutableArray<double> ErrorsM,
    double DistanceErrorM,
    double[][] CovarianceM2,
    ImmutableArray<EllipsoidAxisReport> Ellipsoid,
    double Chi2,
    int Ndf,
    double PValue)
{
    private const double MPerMm = 1e-3;

    public static PlaceReport? From(PositionFix? fix) => fix is null ? null : new PlaceReport(
        [MPerMm * fix.Position.XMm, MPerMm * fix.Position.YMm, MPerMm * fix.Position.ZMm],
        [.. Enumerable.Range(0, 3).Select(i => MPerMm * fix.Covariance.Error(i))],
        MPerMm * fix.DistanceErrorMm,
        [.. Enumerable.Range(0, 3).Select(i => Enumerable.Range(0, 3).Select(j => MPerMm * MPerMm * fix.Covariance[i, j]).ToArray())],
        [.. fix.Axes.Select(axis => new EllipsoidAxisReport(MPerMm * axis.SigmaMm, [axis.Direction.XMm, axis.Direction.YMm, axis.Direction.ZMm]))],
        fix.Chi2,
        fix.DegreesOfFreedom,
        fix.PValue);
}
