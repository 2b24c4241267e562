using Isolux.Campaign.Kinematics;
using Isolux.Quantities;

namespace Isolux.Strategy.Positioning;

/// <summary>A place a cable loop reaches.</summary>
/// <param name="Place">The place in the plane of the loop.</param>
/// <param name="RhoMm">Distance from the axis, mm; negative in the second half plane.</param>
/// <param name="Loop">The loop.</param>
internal sealed record PlanePoint(Position Place, double RhoMm, CableLoopKinematics Loop)
{
    /// <summary>Points of a square grid that the loops of a detector reach, half plane by half plane.</summary>
    public static IEnumerable<PlanePoint> Grid(Detector.DetectorDescription detector, double stepMm)
    {
        foreach (DeploymentUnit unit in DeploymentUnit.Of(detector))
        {
            if (unit is not { Kinematics: CableLoopKinematics loop, System: Detector.Deployment.CableLoopSystem system })
            {
                continue;
            }

            double sign = Math.Sign(loop.InPlane(1.0, 0.0).XMm * Math.Cos(system.PlanePhiRad)) >= 0 ? 1.0 : -1.0;
            for (double rhoMm = 0.5 * stepMm; rhoMm < system.MaximumRadiusMm; rhoMm += stepMm)
            {
                for (double zMm = (0.5 * stepMm) - (stepMm * Math.Ceiling(system.MaximumRadiusMm / stepMm)); zMm < system.MaximumRadiusMm; zMm += stepMm)
                {
                    Position place = loop.InPlane(rhoMm, zMm);
                    if (loop.Admits(place))
                    {
                        yield return new PlanePoint(place, sign * rhoMm, loop);
                    }
                }
            }
        }
    }
}
