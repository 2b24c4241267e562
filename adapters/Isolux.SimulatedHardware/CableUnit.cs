using Isolux.Campaign.Kinematics;
using Isolux.Quantities;
using Isolux.SimulatedHardware.Faults;

namespace Isolux.SimulatedHardware;

/// <summary>A unit whose source is where its cables let it be.</summary>
internal sealed class CableUnit(DeploymentUnit unit, UnitState state, Interlocks interlocks, IReadOnlyList<Fault> faults)
    : SimulatedUnit(unit, state, interlocks, faults)
{
    protected override Position PositionAt(double timeS) => Unit.Kinematics.PositionAt(Cable(timeS));

    protected override double WayMm(Position from, Position target) => Unit.FollowsCable
        ? Unit.Kinematics.LengthsAt(from).LargestDifferenceMm(Unit.Kinematics.LengthsAt(target))
        : from.DistanceToMm(target);

    protected override CableLengths MotorAfter(double coveredMm)
    {
        double fraction = State.DistanceMm > 0.0 ? coveredMm / State.DistanceMm : 1.0;
        CableLengths from = Unit.Kinematics.LengthsAt(State.From);
        return State.Motor + Unit.Kinematics.LengthsAt(Unit.Between(State.From, State.To, fraction)) - from;
    }
}
