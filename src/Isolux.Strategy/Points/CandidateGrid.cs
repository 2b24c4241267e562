using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Detector.Deployment;
using Isolux.Quantities;
using Isolux.Simulation.Response;
using Isolux.Campaign.Kinematics;

namespace Isolux.Strategy.Points;

/// <summary>Everywhere the systems of a detector can take a source, on a grid, away from forbidden regions and from what shades the axis.</summary>
internal static class CandidateGrid
{
    private const double AxisStepMm = 250.0;
    private const double PlaneStepMm = 500.0;
    private const int TubePoints = 67;

    /// <summary>The grid points of some systems.</summary>
    public static ImmutableArray<(string System, Position Position)> Of(DetectorDescription detector, IEnumerable<string> systems)
    {
        ImmutableArray<DeploymentUnit> units = DeploymentUnit.Of(detector);
        return
        [
            .. detector.Systems.Where(system => systems.Contains(system.Name))
                .SelectMany(system => Points(system).Where(point => Held(system, point, units)).Select(point => (system.Name, point)))
                .Where(point => detector.Geometry is not { } geometry || AxialObstruction.SolidAngleFraction(geometry, point.point) <= Run.CampaignSimulation.LargestObstructedFraction),
        ];
    }

    private static IEnumerable<Position> Points(DeploymentSystem system) => system switch
    {
        AxisSystem axis => Steps(axis.MaximumAbsZMm, AxisStepMm).Select(zMm => new Position(0.0, 0.0, zMm)),
        CableLoopSystem loop => Plane(loop.MaximumRadiusMm).Select(point => InPlane(point.RhoMm, point.ZMm, loop.PlanePhiRad)),
        GuideTubeSystem tube => Enumerable.Range(0, TubePoints)
            .Select(i => tube.MinimumThetaRad + (i * (tube.MaximumThetaRad - tube.MinimumThetaRad) / (TubePoints - 1)))
            .Select(thetaRad => InPlane(tube.TubeRadiusMm * Math.Sin(thetaRad), tube.TubeRadiusMm * Math.Cos(thetaRad), tube.PhisRad[0])),
        VehicleSystem vehicle => Plane(vehicle.MaximumRadiusMm).Select(point => InPlane(point.RhoMm, point.ZMm, 0.0)),
        _ => [],
    };

    // A loop's point must be held by one of its loops within the limits of tension; where no drive is declared, reach decides alone.
    private static bool Held(DeploymentSystem system, Position point, ImmutableArray<DeploymentUnit> units)
    {
        bool free = system.CanReach(point.RhoMm, point.ZMm) && !system.Forbidden.Any(region => region.Contains(point.RhoMm, point.ZMm));
        DeploymentUnit[] own = [.. units.Where(unit => unit.System.Name == system.Name)];
        return free && (own.Length == 0 || own.Any(unit => unit.Kinematics.Admits(
            unit.Kinematics is CableLoopKinematics loop ? loop.InPlane(point.RhoMm, point.ZMm) : point)));
    }

    private static IEnumerable<(double RhoMm, double ZMm)> Plane(double radiusMm) =>
        Steps(radiusMm, PlaneStepMm).SelectMany(zMm => Steps(radiusMm, PlaneStepMm).Where(rhoMm => rhoMm > 0).Select(rhoMm => (rhoMm, zMm)));

    private static IEnumerable<double> Steps(double reachMm, double stepMm)
    {
        int half = (int)(reachMm / stepMm);
        return Enumerable.Range(-half, (2 * half) + 1).Select(i => i * stepMm);
    }

    private static Position InPlane(double rhoMm, double zMm, double phiRad) => new(rhoMm * Math.Cos(phiRad), rhoMm * Math.Sin(phiRad), zMm);
}
