using System.Collections.Immutable;
using Isolux.Detector.Deployment;
using Isolux.Quantities;

namespace Isolux.Campaign.Planning;

/// <summary>The order in which a system visits points, and how far it goes from one to the next.</summary>
/// <param name="Points">Points in the order of the visit.</param>
/// <param name="PathsMm">Path to every point, and at the end the path back: one more than points, mm.</param>
internal sealed record DeploymentRoute(ImmutableArray<Position> Points, ImmutableArray<double> PathsMm)
{
    public static DeploymentRoute Plan(DeploymentSystem system, ImmutableArray<(double RhoMm, double ZMm, double PhiRad)> points, RouteOrder order) => system switch
    {
        AxisSystem axis => Lower(axis, points),
        CableLoopSystem loop => Swing(loop, points, order),
        GuideTubeSystem tube => Follow(tube, points),
        VehicleSystem vehicle => Swim(vehicle, points, order),
        _ => throw new ArgumentOutOfRangeException(nameof(system), system, $"No route is known for a {system.GetType().Name}."),
    };

    // From the park position down through all points and back up.
    private static DeploymentRoute Lower(AxisSystem axis, ImmutableArray<(double RhoMm, double ZMm, double PhiRad)> points)
    {
        Position park = new(0.0, 0.0, axis.ParkZMm);
        return Straight(park, [.. points.OrderByDescending(p => p.ZMm).Select(p => new Position(0.0, 0.0, p.ZMm))]);
    }

    // In the plane of the first loop: in through the chimney, a short tour, and out again.
    private static DeploymentRoute Swing(CableLoopSystem loop, ImmutableArray<(double RhoMm, double ZMm, double PhiRad)> points, RouteOrder order) =>
        Tour(InPlane(loop.ChimneyRhoMm, loop.ChimneyZMm, loop.PlanePhiRad), [.. points.Select(p => InPlane(p.RhoMm, p.ZMm, loop.PlanePhiRad))], order);

    // From storage through the chimney, a short tour, and back.
    private static DeploymentRoute Swim(VehicleSystem vehicle, ImmutableArray<(double RhoMm, double ZMm, double PhiRad)> points, RouteOrder order)
    {
        DeploymentRoute tour = Tour(new Position(0.0, 0.0, vehicle.EntryZMm), [.. points.Select(p => InPlane(p.RhoMm, p.ZMm, p.PhiRad))], order);
        double parkPathMm = vehicle.Drive?.ParkPathMm ?? 0.0;
        return tour with { PathsMm = [tour.PathsMm[0] + parkPathMm, .. tour.PathsMm[1..^1], tour.PathsMm[^1] + parkPathMm] };
    }

    private static DeploymentRoute Tour(Position entrance, ImmutableArray<Position> points, RouteOrder order)
    {
        ImmutableArray<Position> tour = ShortTour.Through(entrance, points);
        return Straight(entrance, order == RouteOrder.Shortest ? TourSearch.Shorten(entrance, tour) : tour);
    }

    // Along the first half of the tube from top to bottom; the ways to its ends belong to the overhead.
    private static DeploymentRoute Follow(GuideTubeSystem tube, ImmutableArray<(double RhoMm, double ZMm, double PhiRad)> points)
    {
        ImmutableArray<Position> ordered = [.. points
            .OrderBy(p => Math.Atan2(p.RhoMm, p.ZMm))
            .Select(p => InPlane(p.RhoMm, p.ZMm, tube.PhisRad[0]))];
        double[] pathsMm = new double[ordered.Length + 1];
        for (int i = 1; i < ordered.Length; i++)
        {
            pathsMm[i] = tube.TubeRadiusMm * (ThetaRad(ordered[i]) - ThetaRad(ordered[i - 1]));
        }

        return new DeploymentRoute(ordered, [.. pathsMm]);
    }

    private static DeploymentRoute Straight(Position entrance, ImmutableArray<Position> ordered)
    {
        ImmutableArray<Position> stops = [entrance, .. ordered, entrance];
        return new DeploymentRoute(ordered, [.. stops.Skip(1).Zip(stops, (to, from) => from.DistanceToMm(to))]);
    }

    private static double ThetaRad(Position position) => Math.Atan2(position.RhoMm, position.ZMm);

    private static Position InPlane(double rhoMm, double zMm, double phiRad) => new(rhoMm * Math.Cos(phiRad), rhoMm * Math.Sin(phiRad), zMm);
}
