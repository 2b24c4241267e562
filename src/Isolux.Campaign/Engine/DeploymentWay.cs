using System.Collections.Immutable;
using Isolux.Campaign.Kinematics;
using Isolux.Quantities;

namespace Isolux.Campaign.Engine;

/// <summary>The straight ways that lead a source from one place to another: through the entrance between storage and detector, around what is not admitted.</summary>
public static class DeploymentWay
{
    private const double ToleranceMm = 5.0;

    /// <summary>Stops of the way, the target last. Where no admitted way is known it is the one that controllers will refuse.</summary>
    public static ImmutableArray<Position> Between(DeploymentUnit unit, Position from, Position to)
    {
        ArgumentNullException.ThrowIfNull(unit);
        if (unit.FollowsCable)
        {
            return [to];
        }

        Position entrance = unit.Kinematics.Entrance;
        if (IsAbove(from) && IsAbove(to))
        {
            return [to];
        }

        // Below the entrance the central cable alone holds the source: from there every point is a straight way.
        Position below = entrance with { ZMm = Math.Min(from.ZMm, to.ZMm) };
        ImmutableArray<Position> inside = IsAbove(from) ? Around(entrance, to) : IsAbove(to) ? Around(from, entrance) : Around(from, to);
        return IsAbove(from) && from.DistanceToMm(entrance) > ToleranceMm ? [entrance, .. inside]
            : IsAbove(to) && to.DistanceToMm(entrance) > ToleranceMm ? [.. inside, to]
            : inside;

        bool IsAbove(Position position) => position.ZMm >= entrance.ZMm - ToleranceMm;

        ImmutableArray<Position> Around(Position start, Position end) =>
            unit.AdmitsPath(start, end) ? [end] : unit.AdmitsPath(start, below) && unit.AdmitsPath(below, end) ? [below, end] : [entrance, end];
    }

    /// <summary>Whether a source may go all the way.</summary>
    public static bool IsAdmitted(DeploymentUnit unit, Position from, Position to)
    {
        ArgumentNullException.ThrowIfNull(unit);
        foreach (Position stop in Between(unit, from, to))
        {
            if (!unit.AdmitsPath(from, stop))
            {
                return false;
            }

            from = stop;
        }

        return true;
    }
}
