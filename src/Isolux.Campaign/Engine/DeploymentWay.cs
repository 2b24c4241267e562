using System.Collections.Immutable;
using Isolux.Campaign.Kinematics;
using Isolux.Quantities;

namespace Isolux.Campaign.Engine;

/// <summary>The straight ways that lead a source from one place to another: through the entrance between storage and detector, around what is not admitted.</summary>
public static class DeploymentWay
{
    private const double ToleranceMm = 5.0;

    /// <summary>Stops of the way, the target last.</summary>
    public static ImmutableArray<Position> Between(DeploymentUnit unit, Position from, Position to)
    {
        ArgumentNullException.ThrowIfNull(unit);
        if (unit.Kinematics.DriveCount == 1)
        {
            return [to];
        }

        Position entrance = unit.Kinematics.Entrance;
        if (IsAbove(from) || IsAbove(to))
        {
            bool crosses = IsAbove(from) != IsAbove(to);
            return crosses && from.DistanceToMm(entrance) > ToleranceMm && to.DistanceToMm(entrance) > ToleranceMm ? [entrance, to] : [to];
        }

        // Below the entrance the central cable alone holds the source: from there every point is a straight way.
        Position below = entrance with { ZMm = Math.Min(from.ZMm, to.ZMm) };
        return unit.AdmitsPath(from, to) ? [to] : unit.AdmitsPath(from, below) && unit.AdmitsPath(below, to) ? [below, to] : [entrance, to];

        bool IsAbove(Position position) => position.ZMm >= entrance.ZMm - ToleranceMm;
    }
}
