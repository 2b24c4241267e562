using System.Collections.Immutable;
using Isolux.Campaign.Devices;
using Isolux.Campaign.Engine;
using Isolux.Campaign.Kinematics;
using Isolux.Detector;
using Isolux.Numerics.Random;
using Isolux.Quantities;
using Isolux.SimulatedHardware.Faults;

namespace Isolux.SimulatedHardware;

/// <summary>
/// Controllers, motors and sensors of all units of a detector with a mind of their own. Time passes from event to event; what happens depends on the seed,
/// the faults and the commands alone.
/// </summary>
public sealed class SimulatedSite : IDeploymentSite
{
    /// <summary>A controller that does not hear its host for so long stops its drives, s.</summary>
    public const double DeadManSeconds = 30.0;

    private const double LookAheadS = 10.0;
    private const double MovingLookAheadS = 2.0;
    private const int Bisections = 30;
    private const double FixSigmaMm = 10.0;
    private const double OutlierMm = 2000.0;
    private const double OutlierProbability = 0.05;
    private const double ManyOutliersProbability = 0.4;
    private const int NavigationFixes = 11;
    private const double NavigationToleranceMm = 120.0;
    private const double SightMm = 17_650.0;
    private const double BackgroundOxygenPpm = 2.0;
    private const double BackgroundRadonMBqPerM3 = 5.0;

    private readonly ulong _seed;
    private readonly Interlocks _interlocks;
    private readonly ImmutableArray<Fault> _faults;
    private readonly ImmutableArray<(double TimeS, Fault Fault, bool Begins)> _edges;
    private readonly SimulatedUnit[] _units;
    private readonly SiteState _state;

    /// <summary>A site at rest, or as a checkpoint left it.</summary>
    /// <param name="detector">The detector.</param>
    /// <param name="seed">Seed of measurement noise.</param>
    /// <param name="faults">What goes wrong.</param>
    /// <param name="start">When the site starts.</param>
    /// <param name="memory">What <see cref="Memory"/> said; empty for a site at rest.</param>
    /// <param name="interlocks">Interlocks that work.</param>
    public SimulatedSite(
        DetectorDescription detector, ulong seed, ImmutableArray<Fault> faults, DateTimeOffset start, string memory = "", Interlocks interlocks = Interlocks.All)
    {
        ImmutableArray<DeploymentUnit> units = DeploymentUnit.Of(detector);
        (_seed, _interlocks, _faults) = (seed, interlocks, faults);
        _edges =
        [
            .. faults.Select(fault => (fault.BeginS, fault, true)).Concat(faults.Select(fault => (fault.EndS, fault, false))).OrderBy(edge => edge.Item1),
        ];
        _state = memory.Length > 0
            ? SiteState.FromJson(memory)
            : new SiteState { Units = [.. units.Select(unit => new UnitState { Tags = new int[unit.Spools], Limits = unit.Limits, Motor = unit.Kinematics.LengthsAt(unit.Kinematics.Park) })] };
        _units =
        [
            .. units.Select(unit => Simulate(
                unit, _state.Units[unit.Index], interlocks, [.. faults.Where(fault => fault.Unit % units.Length == unit.Index || (unit.Swims && fault.Kind == FaultKind.UltrasonicOutliers))])),
        ];
        Clock = new SimulatedClock(start, () => _state.NowS);
    }

    /// <inheritdoc/>
    public TimeProvider Clock { get; }

    /// <inheritdoc/>
    public string Memory => _state.ToJson();

    /// <summary>Time since the site started, s.</summary>
    public double NowSeconds => _state.NowS;

    /// <summary>The longest a drive has moved without hearing its host, s.</summary>
    public double SilentMotionSeconds { get; private set; }

    /// <summary>Counts whatever may have changed what really is.</summary>
    public long Changes { get; private set; }

    /// <summary>What really is at a unit.</summary>
    public UnitTruth Truth(int unit) => _units[unit].Truth(_state.NowS);

    /// <summary>Whether something pulls at the source of a unit.</summary>
    public bool IsPulled(int unit) => _units[unit].Active(FaultKind.TensionStep, _state.NowS) is not null;

    /// <summary>Whether a unit stands in storage with nothing pulling at it.</summary>
    public bool IsAtRestInStorage(int unit) =>
        _units[unit].State is { IsMoving: false, JammedAt: null } state && state.Motor.FirstMm + state.Slip.FirstMm < 1.0 && !IsPulled(unit);

    /// <inheritdoc/>
    public UnitStatus? Read(int unit)
    {
        if (!Hears())
        {
            return null;
        }

        SimulatedUnit read = _units[unit];
        double nowS = _state.NowS;
        DriveMotion motion = read.State.IsMoving || read.IsTurning(nowS) ? DriveMotion.Moving : read.State.Trip == TripReason.None ? DriveMotion.Idle : DriveMotion.Tripped;
        return new UnitStatus(
            motion,
            read.State.Trip,
            read.State.Knowledge,
            read.Encoders(nowS, nowS),
            read.Wheels(nowS),
            read.Tensions(nowS),
            read.State.Limits,
            read.ParkSwitch(nowS),
            read.ParkTag(nowS),
            read.State.SpoolRead);
    }

    /// <inheritdoc/>
    public SiteConditions? ReadConditions() => !Hears() ? null : new SiteConditions(
        BackgroundOxygenPpm + Magnitude(FaultKind.OxygenRise),
        BackgroundRadonMBqPerM3 + Magnitude(FaultKind.RadonRise),
        IsActive(FaultKind.DataAcquisitionDown) ? ServiceState.Down : ServiceState.Up,
        IsActive(FaultKind.HighVoltageDown) ? ServiceState.Down : ServiceState.Up);

    /// <inheritdoc/>
    public Position? ReadUltrasonic(int unit)
    {
        return Hears() ? Fix(_units[unit].Truth(_state.NowS).Position) : null;
    }

    private static SimulatedUnit Simulate(DeploymentUnit unit, UnitState state, Interlocks interlocks, ImmutableArray<Fault> faults) => unit.Swims
        ? new VehicleUnit(unit, state, interlocks, faults)
        : new CableUnit(unit, state, interlocks, faults);

    private Position? Fix(Position at)
    {
        if (at.RadiusMm > SightMm)
        {
            return null;
        }

        var random = new RandomSequence(_seed, 0, RandomStream.UltrasonicFix, _state.Draws++, 0);
        double outliers = IsActive(FaultKind.UltrasonicOutliers) ? ManyOutliersProbability : OutlierProbability;
        Position error = random.NextDouble() < outliers
            ? new Position(OutlierMm * (random.NextDouble() - 0.5), OutlierMm * (random.NextDouble() - 0.5), OutlierMm * (random.NextDouble() - 0.5))
            : new Position(FixSigmaMm * random.NextNormal(), FixSigmaMm * random.NextNormal(), FixSigmaMm * random.NextNormal());
        return at + error;
    }

    /// <inheritdoc/>
    public CommandReply Send(in DeviceCommand command)
    {
        if (LostLink() is { } lost)
        {
            if (lost.Magnitude < 0.0)
            {
                _state.HeardS = _state.NowS;
                Obey(command);
            }

            return CommandReply.LinkLost;
        }

        _state.HeardS = _state.NowS;
        return Obey(command);
    }

    /// <inheritdoc/>
    public void Wait(TimeSpan time)
    {
        Advance(_state.NowS + time.TotalSeconds);
        while (_faults.FirstOrDefault(fault => fault.Kind == FaultKind.HostFrozen && fault.IsActiveAt(_state.NowS)) is { } frozen)
        {
            Advance(frozen.EndS);
        }
    }

    private bool Hears()
    {
        if (LostLink() is not null)
        {
            return false;
        }

        _state.HeardS = _state.NowS;
        return true;
    }

    private Fault? LostLink()
    {
        foreach (Fault fault in _faults)
        {
            if (fault.Kind == FaultKind.LinkLost && fault.IsActiveAt(_state.NowS))
            {
                return fault;
            }
        }

        return null;
    }

    private CommandReply Obey(in DeviceCommand command)
    {
        Changes++;
        SimulatedUnit unit = _units[command.Unit];
        UnitState state = unit.State;
        double nowS = _state.NowS;
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
                state.Limits = command.Lengths;
                return unit.IsPlausible ? CommandReply.Accepted : CommandReply.LimitsImplausible;
            case DeviceCommandKind.Clear:
                return Clear(unit);
            case DeviceCommandKind.Reference:
                return Reference(unit, command.Lengths);
            default:
                return Mount(unit, command.Tag);
        }
    }

    // What the controller itself takes for the place of its source.
    private Position? Located(SimulatedUnit unit)
    {
        double nowS = _state.NowS;
        return unit is not VehicleUnit vehicle || vehicle.Hangs(unit.Encoders(nowS, nowS)) ? unit.Unit.Kinematics.PositionAt(unit.Encoders(nowS, nowS))
            : UltrasonicMedian.Of([.. Enumerable.Range(0, NavigationFixes).Select(_ => Fix(unit.Truth(nowS).Position)).OfType<Position>()], NavigationToleranceMm, NavigationFixes / 2);
    }

    private bool IsSilent => _interlocks.HasFlag(Interlocks.DeadMan) && _state.NowS >= _state.HeardS + DeadManSeconds;

    private bool IsOtherOut(SimulatedUnit unit) =>
        _interlocks.HasFlag(Interlocks.SingleSource) && _units.Any(other => other != unit && !other.IsConfirmedParked(_state.NowS));

    // The safe thing to do with a vehicle: it takes away a trip unless the umbilical itself is the cause.
    private CommandReply Retrieve(SimulatedUnit unit)
    {
        double nowS = _state.NowS;
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

    // The turntable stands above the chimney that all systems share: it turns only when all of them are in storage.
    private CommandReply Select(SimulatedUnit unit, int spool)
    {
        double nowS = _state.NowS;
        if (IsSilent || unit.State.IsMoving || unit.IsTurning(nowS))
        {
            return CommandReply.NotReady;
        }

        if (spool < 0 || spool >= unit.Unit.Spools)
        {
            return CommandReply.BeyondLimits;
        }

        if (_interlocks.HasFlag(Interlocks.Turntable) && _units.Any(other => !other.IsConfirmedParked(nowS)))
        {
            return CommandReply.NotParked;
        }

        unit.Turn(spool, nowS);
        return CommandReply.Accepted;
    }

    private CommandReply Move(SimulatedUnit unit, Position target)
    {
        double nowS = _state.NowS;
        if (IsSilent || unit.State.IsMoving || unit.IsTurning(nowS) || unit.State.Trip != TripReason.None)
        {
            return CommandReply.NotReady;
        }

        if (_interlocks.HasFlag(Interlocks.KnownPosition) && unit.State.Knowledge == PositionKnowledge.Unknown)
        {
            return CommandReply.PositionUnknown;
        }

        if (unit.Tripping(nowS, nowS) is var tripping and not TripReason.None)
        {
            unit.Stop(nowS, tripping);
            return CommandReply.NotReady;
        }

        bool blind = unit is VehicleUnit vehicle && !vehicle.Navigates(nowS) && target.ZMm < unit.Unit.Kinematics.Entrance.ZMm;
        if (Located(unit) is not { } from || (blind && _interlocks.HasFlag(Interlocks.KnownPosition)))
        {
            return CommandReply.PositionUnknown;
        }

        if (_interlocks.HasFlag(Interlocks.Limits))
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

    private CommandReply Clear(SimulatedUnit unit)
    {
        double nowS = _state.NowS;
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
        double nowS = _state.NowS;
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
        if (unit.State.IsMoving || unit.IsTurning(_state.NowS) || unit.Truth(_state.NowS).IsOut)
        {
            return CommandReply.NotParked;
        }

        bool wrong = tag > 0 && unit.Active(FaultKind.WrongSourceMounted, _state.NowS) is not null;
        unit.State.Tag = wrong ? tag + 1 : tag;
        return CommandReply.Accepted;
    }

    private void Advance(double targetS)
    {
        while (_state.NowS < targetS)
        {
            double nowS = _state.NowS;
            double nextS = Math.Min(targetS, _state.NextEdge < _edges.Length ? Math.Max(_edges[_state.NextEdge].TimeS, nowS) : targetS);
            (SimulatedUnit Unit, TripReason Reason)? trip = null;
            foreach (SimulatedUnit unit in _units)
            {
                nextS = unit.State.IsMoving && unit.ArrivalS > nowS ? Math.Min(nextS, unit.ArrivalS) : nextS;
                nextS = unit.State.IsMoving && _interlocks.HasFlag(Interlocks.DeadMan) ? Math.Min(nextS, Math.Max(_state.HeardS + DeadManSeconds, nowS)) : nextS;
                nextS = unit.IsDisturbed(nowS) ? Math.Min(nextS, nowS + (unit.State.IsMoving ? MovingLookAheadS : LookAheadS)) : nextS;
            }

            foreach (SimulatedUnit unit in _units)
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
                tripped.Unit.Stop(_state.NowS, tripped.Unit.Tripping(_state.NowS, _state.NowS) is var now and not TripReason.None ? now : tripped.Reason);
            }

            Settle();
        }
    }

    private void Pass(double toS)
    {
        double nowS = _state.NowS;
        foreach (SimulatedUnit unit in _units)
        {
            unit.Integrate(nowS, toS);
            SilentMotionSeconds = unit.State.IsMoving ? Math.Max(SilentMotionSeconds, toS - _state.HeardS) : SilentMotionSeconds;
        }

        _state.NowS = toS;
        Changes++;
    }

    // What is due now: arrivals, silence of the host, beginnings and ends of faults.
    private void Settle()
    {
        double nowS = _state.NowS;
        foreach (SimulatedUnit unit in _units.Where(unit => unit.State.IsMoving))
        {
            if (nowS >= unit.ArrivalS && unit.State.IgnoringAt is null)
            {
                unit.Stop(nowS, TripReason.Commanded);
            }
            else if (_interlocks.HasFlag(Interlocks.DeadMan) && nowS >= _state.HeardS + DeadManSeconds)
            {
                unit.Stop(nowS, TripReason.HostSilent);
            }
        }

        while (_state.NextEdge < _edges.Length && _edges[_state.NextEdge].TimeS <= nowS)
        {
            (_, Fault fault, bool begins) = _edges[_state.NextEdge++];
            SimulatedUnit unit = _units[fault.Unit % _units.Length];
            if (begins)
            {
                unit.Begin(fault, nowS);
                Stray(unit, fault);
            }
            else
            {
                unit.End(fault, nowS);
            }

            foreach (SimulatedUnit disturbed in _units.Where(u => u.State.Trip == TripReason.None && u.IsDisturbed(nowS)))
            {
                if (disturbed.Tripping(nowS, nowS) is var reason and not TripReason.None)
                {
                    disturbed.Stop(nowS, reason);
                }
            }
        }
    }

    private void Stray(SimulatedUnit unit, Fault fault)
    {
        if (fault.Kind == FaultKind.StrayCommand)
        {
            double lengthMm = fault.Magnitude * unit.Unit.Drive.MaximumCableLengthMm;
            CableLengths lengths = unit.Unit.Kinematics.LengthsAt(unit.Unit.Kinematics.Entrance) with { FirstMm = lengthMm };
            Move(unit, unit.Unit.Kinematics.PositionAt(lengths));
        }
        else if (fault.Kind == FaultKind.StrayTurn)
        {
            Select(unit, (int)Math.Abs(fault.Magnitude) % unit.Unit.Spools);
        }
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

    private bool IsActive(FaultKind kind)
    {
        foreach (Fault fault in _faults)
        {
            if (fault.Kind == kind && fault.IsActiveAt(_state.NowS))
            {
                return true;
            }
        }

        return false;
    }

    private double Magnitude(FaultKind kind) => _faults.Where(fault => fault.Kind == kind && fault.IsActiveAt(_state.NowS)).Sum(fault => fault.Magnitude);
}
