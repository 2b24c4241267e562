using System.Collections.Immutable;
using Isolux.Campaign.Kinematics;
using Isolux.Detector;
using Isolux.Detector.Deployment;

namespace Isolux.Campaign.Interpreters;

/// <summary>Where a loop of cables holds a source within its limits of angle, length and tension, drawn as a closed line in its half plane.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Border">Corners, in order; the last one is joined to the first.</param>
public sealed record ReachOutline(string Unit, ImmutableArray<PlanePoint> Border)
{
    private const double MmPerM = 1000.0;
    private const double StepMm = 100.0;
    private const int Halvings = 10;

    /// <summary>The outlines of all loops of a detector; empty where it declares none with drives.</summary>
    public static ImmutableArray<ReachOutline> Of(DetectorDescription detector) =>
        [.. DeploymentUnit.Of(detector).Where(unit => unit.Kinematics is CableLoopKinematics).Select(Of)];

    // Every height is crossed from the axis outwards: its innermost and outermost admitted points, made precise by halving, are corners.
    private static ReachOutline Of(DeploymentUnit unit)
    {
        var kinematics = (CableLoopKinematics)unit.Kinematics;
        double side = kinematics.InPlane(1.0, 0.0).XMm < 0 ? -1.0 : 1.0;
        double reachMm = ((CableLoopSystem)unit.System).MaximumRadiusMm;
        List<PlanePoint> inner = [];
        List<PlanePoint> outer = [];
        for (double zMm = -reachMm; zMm <= reachMm; zMm += StepMm)
        {
            double heightMm = zMm;
            bool Admits(double rhoMm) => kinematics.Admits(kinematics.InPlane(rhoMm, heightMm));
            double[] admitted = [.. Steps(reachMm).Where(Admits)];
            if (admitted.Length > 0)
            {
                inner.Add(new PlanePoint(side * Edge(Admits, admitted[0], Math.Max(0.0, admitted[0] - StepMm)) / MmPerM, zMm / MmPerM));
                outer.Add(new PlanePoint(side * Edge(Admits, admitted[^1], admitted[^1] + StepMm) / MmPerM, zMm / MmPerM));
            }
        }

        inner.Reverse();
        return new ReachOutline(unit.Name, [.. outer, .. inner]);
    }

    private static double Edge(Predicate<double> admits, double insideMm, double outsideMm)
    {
        for (int i = 0; i < Halvings; i++)
        {
            double middleMm = 0.5 * (insideMm + outsideMm);
            (insideMm, outsideMm) = admits(middleMm) ? (middleMm, outsideMm) : (insideMm, middleMm);
        }

        return insideMm;
    }

    private static IEnumerable<double> Steps(double reachMm) => Enumerable.Range(0, (int)(reachMm / StepMm) + 1).Select(i => i * StepMm);
}
