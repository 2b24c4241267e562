using System.Collections.Immutable;
using Isolux.Campaign.Devices;
using Isolux.Campaign.Kinematics;

namespace Isolux.SimulatedHardware.Faults;

/// <summary>Lets faults begin and end at their units, in the order of time.</summary>
internal sealed class FaultTimeline(ImmutableArray<Fault> faults, SiteState state, ImmutableArray<SimulatedUnit> units, SiteController controller)
{
    private readonly ImmutableArray<(double TimeS, Fault Fault, bool Begins)> _edges =
    [
        .. faults.Select(fault => (fault.BeginS, fault, true)).Concat(faults.Select(fault => (fault.EndS, fault, false))).OrderBy(edge => edge.Item1),
    ];

    /// <summary>When the next fault begins or ends, s; infinite after the last one.</summary>
    public double NextS => state.NextEdge < _edges.Length ? _edges[state.NextEdge].TimeS : double.PositiveInfinity;

    /// <summary>Begins and ends what is due now, and stops what it trips.</summary>
    public void Settle()
    {
        double nowS = state.NowS;
        while (NextS <= nowS)
        {
            (_, Fault fault, bool begins) = _edges[state.NextEdge++];
            SimulatedUnit unit = units[fault.Unit % units.Length];
            if (begins)
            {
                unit.Begin(fault, nowS);
                Stray(unit, fault);
            }
            else
            {
                unit.End(fault, nowS);
            }

            foreach (SimulatedUnit disturbed in units.Where(u => u.State.Trip == TripReason.None && u.IsDisturbed(nowS)))
            {
                if (disturbed.Tripping(nowS, nowS) is var reason and not TripReason.None)
                {
                    disturbed.Stop(nowS, reason);
                }
            }
        }
    }

    // Commands of somebody else, which no host has sent.
    private void Stray(SimulatedUnit unit, Fault fault)
    {
        if (fault.Kind == FaultKind.StrayCommand)
        {
            double lengthMm = fault.Magnitude * unit.Unit.Drive.MaximumCableLengthMm;
            CableLengths lengths = unit.Unit.Kinematics.LengthsAt(unit.Unit.Kinematics.Entrance) with { FirstMm = lengthMm };
            controller.Move(unit, unit.Unit.Kinematics.PositionAt(lengths));
        }
        else if (fault.Kind == FaultKind.StrayTurn)
        {
            controller.Select(unit, (int)Math.Abs(fault.Magnitude) % unit.Unit.Spools);
        }
    }
}
