using System.Collections.Immutable;
using Isolux.Campaign.Devices;
using Isolux.Campaign.Engine;
using Isolux.Campaign.Kinematics;
using Isolux.Quantities;
using Isolux.SimulatedHardware.Faults;

namespace Isolux.SimulatedHardware;

/// <summary>The controllers of all units: what they do on a command, and what their interlocks refuse.</summary>
internal sealed class SiteController(ImmutableArray<SimulatedUnit> units, SiteState state, Interlocks interlocks, SimulatedUltrasound ultrasound)
{
    private const int NavigationFixes = 11;
    private const double NavigationToleranceMm = 120.0;

    /// <summary>Commands that arrived so far.</summary>
    public long Commands { get; private set; }

    /// <summary>When the silence of the host stops the drives, s; infinite where nothing watches it.</summary>
    public double SilenceS => interlocks.HasFlag(Interlocks.DeadMan) ? state.HeardS + SimulatedSite.DeadManSeconds : double.PositiveInfinity;

    /// <summary>Whether the host was not heard of for too long.</summary>
    public bool IsSilent => state.NowS >= SilenceS;

    /// <summary>Carries out a command, or says why not.</summary>
    public CommandReply Obey(in DeviceCommand command)
    {
        Commands++;
        SimulatedUnit unit = units[command.Unit];
        double nowS = state.NowS;
        switch (command.Kind)
        {
            case DeviceCommandKind.Move:
                return Move(unit, command.Target);
            case DeviceCommandKind.Retrieve:
                return Retrieve(unit);
            case DeviceCommandKind.Select:
                return Select(unit, command.Spool);
            case DeviceCommandKind.Stop:
                unit.Stop(nowS, TripReason.Commanded);
                return CommandReply.Accepted;
            case DeviceCommandKind.SetLimits:
                unit.State.Limits = command.Lengths;
                return unit.IsPlausible ? CommandReply.Accepted : CommandReply.LimitsImplausible;
            case DeviceCommandKind.Clear:
                return Clear(unit);
            case DeviceCommandKind.Reference:
                return Reference(unit, command.Lengths);
            default:
                return Mount(unit, command.Tag);
        }
    }

    /// <summary>Begins a motion to a target.</summary>
    public CommandReply Move(SimulatedUnit unit, Position target)
    {
        double nowS = state.NowS;
        if (IsSilent || unit.State.IsMoving || unit.IsTurning(nowS) || unit.State.Trip != TripReason.None)
        {
            return CommandReply.NotReady;
        }

        if (interlocks.HasFlag(Interlocks.KnownPosition) && unit.State.Knowledge == PositionKnowledge.Unknown)
        {
            return CommandReply.PositionUnknown;
        }

        if (unit.Tripping(nowS, nowS) is var tripping and not TripReason.None)
        {
            unit.Stop(nowS, tripping);
            return CommandReply.NotReady;
        }

        bool blind = unit is VehicleUnit vehicle && !vehicle.Navigates(nowS) && target.ZMm < unit.Unit.Kinematics.Entrance.ZMm;
        if (Located(unit) is not { } from || (blind && interlocks.HasFlag(Interlocks.KnownPosition)))
        {
            return CommandReply.PositionUnknown;
        }

        if (interlocks.HasFlag(Interlocks.Limits))
        {
            CableLengths lengths = unit.Unit.Kinematics.LengthsAt(target);
            if (lengths.FirstMm > unit.State.Limits.FirstMm
                || lengths.SecondMm > unit.State.Limits.SecondMm
                || !unit.Unit.AdmitsPath(from, target))
            {
                return CommandReply.BeyondLimits;
            }
        }

        if (IsOtherOut(unit))
        {
            return CommandReply.OtherSourceOut;
        }

        unit.Start(from, target, nowS);
        return CommandReply.Accepted;
    }

    /// <summary>Turns a turntable. It stands above the chimney that all systems share: it turns only when all of them are in storage.</summary>
    public CommandReply Select(SimulatedUnit unit, int spool)
    {
        double nowS = state.NowS;
        if (IsSilent || unit.State.IsMoving || unit.IsTurning(nowS))
        {
            return CommandReply.NotReady;
        }

        if (spool < 0 || spool >= unit.Unit.Spools)
        {
            return CommandReply.BeyondLimits;
        }

        if (interlocks.HasFlag(Interlocks.Turntable) && units.Any(other => !other.IsConfirmedParked(nowS)))
        {
            return CommandReply.NotParked;
        }

        unit.Turn(spool, nowS);
        return CommandReply.Accepted;
    }

    // The safe thing to do with a vehicle: it takes away a trip unless the umbilical itself is the cause.
    private CommandReply Retrieve(SimulatedUnit unit)
    {
        double nowS = state.NowS;
        if (IsSilent || unit.State.IsMoving || unit is not VehicleUnit vehicle)
        {
            return CommandReply.NotReady;
        }

        if (unit.TrippingCables(nowS, unit.Encoders(nowS, nowS)) is var tripping and not TripReason.None)
        {
            unit.Stop(nowS, tripping);
            return CommandReply.NotReady;
        }

        if (IsOtherOut(unit))
        {
            return CommandReply.OtherSourceOut;
        }

        (unit.State.Trip, unit.State.Knowledge) = (TripReason.None, PositionKnowledge.Known);
        vehicle.Retrieve(nowS);
        return CommandReply.Accepted;
    }

    private CommandReply Clear(SimulatedUnit unit)
    {
        double nowS = state.NowS;
        if (unit.State.IsMoving || unit.Tripping(nowS, nowS) != TripReason.None)
        {
            return CommandReply.NotReady;
        }

        if (unit.State.Knowledge == PositionKnowledge.Unknown)
        {
            return CommandReply.PositionUnknown;
        }

        unit.State.Trip = TripReason.None;
        return CommandReply.Accepted;
    }

    private CommandReply Reference(SimulatedUnit unit, CableLengths lengths)
    {
        double nowS = state.NowS;
        if (unit.State.IsMoving)
        {
            return CommandReply.NotReady;
        }

        if (!unit.IsLocated(nowS))
        {
            return CommandReply.NotCredible;
        }

        CableLengths encoders = unit.Encoders(nowS, nowS);
        CableLengths wheels = unit.Wheels(nowS);
        if (Math.Min(lengths.LargestDifferenceMm(encoders), lengths.LargestDifferenceMm(wheels)) > SimulatedUnit.CredibleMm)
        {
            return CommandReply.NotCredible;
        }

        unit.State.Drift += lengths - encoders;
        unit.State.WheelOffset += lengths - wheels;
        unit.State.Knowledge = PositionKnowledge.Known;
        return CommandReply.Accepted;
    }

    private CommandReply Mount(SimulatedUnit unit, int tag)
    {
        if (unit.State.IsMoving || unit.IsTurning(state.NowS) || unit.Truth(state.NowS).IsOut)
        {
            return CommandReply.NotParked;
        }

        bool wrong = tag > 0 && unit.Active(FaultKind.WrongSourceMounted, state.NowS) is not null;
        unit.State.Tag = wrong ? tag + 1 : tag;
        return CommandReply.Accepted;
    }

    // What the controller itself takes for the place of its source.
    private Position? Located(SimulatedUnit unit)
    {
        double nowS = state.NowS;
        return unit is not VehicleUnit vehicle || vehicle.Hangs(unit.Encoders(nowS, nowS)) ? unit.Unit.Kinematics.PositionAt(unit.Encoders(nowS, nowS))
            : UltrasonicMedian.Of([.. Enumerable.Range(0, NavigationFixes).Select(_ => ultrasound.Fix(unit.Truth(nowS).Position)).OfType<Position>()], NavigationToleranceMm, NavigationFixes / 2);
    }

    private bool IsOtherOut(SimulatedUnit unit) =>
        interlocks.HasFlag(Interlocks.SingleSource) && units.Any(other => other != unit && !other.IsConfirmedParked(state.NowS));
}
