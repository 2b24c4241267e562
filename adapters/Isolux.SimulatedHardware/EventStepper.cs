using System.Collections.Immutable;
using Isolux.Campaign.Devices;
using Isolux.SimulatedHardware.Faults;

namespace Isolux.SimulatedHardware;

/// <summary>Lets time pass from event to event: arrivals, trips of interlocks, silence of the host, beginnings and ends of faults.</summary>
internal sealed class EventStepper(ImmutableArray<SimulatedUnit> units, SiteState state, SiteController controller, FaultTimeline timeline)
{
    private const double LookAheadS = 10.0;
    private const double MovingLookAheadS = 2.0;
    private const int Bisections = 30;

    /// <summary>Steps of time so far.</summary>
    public long Steps { get; private set; }

    /// <summary>The longest a drive has moved without hearing its host, s.</summary>
    public double SilentMotionSeconds { get; private set; }

    /// <summary>Lets time pass until then, s.</summary>
    public void Advance(double targetS)
    {
        while (state.NowS < targetS)
        {
            double nowS = state.NowS;
            double nextS = Math.Min(targetS, Math.Max(timeline.NextS, nowS));
            (SimulatedUnit Unit, TripReason Reason)? trip = null;
            foreach (SimulatedUnit unit in units)
            {
                nextS = unit.State.IsMoving && unit.ArrivalS > nowS ? Math.Min(nextS, unit.ArrivalS) : nextS;
                nextS = unit.State.IsMoving ? Math.Min(nextS, Math.Max(controller.SilenceS, nowS)) : nextS;
                nextS = unit.IsDisturbed(nowS) ? Math.Min(nextS, nowS + (unit.State.IsMoving ? MovingLookAheadS : LookAheadS)) : nextS;
            }

            foreach (SimulatedUnit unit in units)
            {
                if (unit.State.Trip == TripReason.None && unit.IsDisturbed(nowS) && unit.Tripping(nextS, nowS) is var reason and not TripReason.None)
                {
                    nextS = unit.State.IsMoving ? FirstTrip(unit, nowS, nextS) : nextS;
                    trip = (unit, reason);
                }
            }

            Pass(nextS);
            if (trip is { } tripped)
            {
                tripped.Unit.Stop(state.NowS, tripped.Unit.Tripping(state.NowS, state.NowS) is var now and not TripReason.None ? now : tripped.Reason);
            }

            Settle();
        }
    }

    private void Pass(double toS)
    {
        double nowS = state.NowS;
        foreach (SimulatedUnit unit in units)
        {
            unit.Integrate(nowS, toS);
            SilentMotionSeconds = unit.State.IsMoving ? Math.Max(SilentMotionSeconds, toS - state.HeardS) : SilentMotionSeconds;
        }

        state.NowS = toS;
        Steps++;
    }

    // What is due now: arrivals, silence of the host, beginnings and ends of faults.
    private void Settle()
    {
        double nowS = state.NowS;
        foreach (SimulatedUnit unit in units.Where(unit => unit.State.IsMoving))
        {
            if (nowS >= unit.ArrivalS && unit.State.IgnoringAt is null)
            {
                unit.Stop(nowS, TripReason.Commanded);
            }
            else if (controller.IsSilent)
            {
                unit.Stop(nowS, TripReason.HostSilent);
            }
        }

        timeline.Settle();
    }

    private static double FirstTrip(SimulatedUnit unit, double fromS, double toS)
    {
        (double lowS, double highS) = (fromS, toS);
        for (int i = 0; i < Bisections; i++)
        {
            double middleS = 0.5 * (lowS + highS);
            (lowS, highS) = unit.Tripping(middleS, fromS) == TripReason.None ? (middleS, highS) : (lowS, middleS);
        }

        return highS;
    }
}
