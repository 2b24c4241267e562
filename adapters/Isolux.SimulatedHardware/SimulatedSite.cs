using System.Collections.Immutable;
using Isolux.Campaign.Devices;
using Isolux.Campaign.Engine;
using Isolux.Campaign.Kinematics;
using Isolux.Detector;
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

    private const double BackgroundOxygenPpm = 2.0;
    private const double BackgroundRadonMBqPerM3 = 5.0;

    private readonly SiteState _state;
    private readonly ImmutableArray<SimulatedUnit> _units;
    private readonly SiteFaults _faults;
    private readonly SimulatedUltrasound _ultrasound;
    private readonly SiteController _controller;
    private readonly EventStepper _stepper;

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
        _state = memory.Length > 0
            ? SiteState.FromJson(memory)
            : new SiteState { Units = [.. units.Select(unit => new UnitState { Tags = new int[unit.Spools], Limits = unit.Limits, Motor = unit.Kinematics.LengthsAt(unit.Kinematics.Park) })] };
        _units =
        [
            .. units.Select(unit => Simulate(
                unit, _state.Units[unit.Index], interlocks, [.. faults.Where(fault => fault.Unit % units.Length == unit.Index || (unit.Swims && fault.Kind == FaultKind.UltrasonicOutliers))])),
        ];
        _faults = new SiteFaults(faults, _state);
        _ultrasound = new SimulatedUltrasound(seed, _state, _faults);
        _controller = new SiteController(_units, _state, interlocks, _ultrasound);
        _stepper = new EventStepper(_units, _state, _controller, new FaultTimeline(faults, _state, _units, _controller));
        Clock = new SimulatedClock(start, () => _state.NowS);
    }

    /// <inheritdoc/>
    public TimeProvider Clock { get; }

    /// <inheritdoc/>
    public string Memory => _state.ToJson();

    /// <summary>Time since the site started, s.</summary>
    public double NowSeconds => _state.NowS;

    /// <summary>The longest a drive has moved without hearing its host, s.</summary>
    public double SilentMotionSeconds => _stepper.SilentMotionSeconds;

    /// <summary>Counts whatever may have changed what really is.</summary>
    public long Changes => _controller.Commands + _stepper.Steps;

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
        BackgroundOxygenPpm + _faults.Magnitude(FaultKind.OxygenRise),
        BackgroundRadonMBqPerM3 + _faults.Magnitude(FaultKind.RadonRise),
        _faults.Active(FaultKind.DataAcquisitionDown) is not null ? ServiceState.Down : ServiceState.Up,
        _faults.Active(FaultKind.HighVoltageDown) is not null ? ServiceState.Down : ServiceState.Up);

    /// <inheritdoc/>
    public Position? ReadUltrasonic(int unit) => Hears() ? _ultrasound.Fix(_units[unit].Truth(_state.NowS).Position) : null;

    /// <inheritdoc/>
    public CommandReply Send(in DeviceCommand command)
    {
        if (_faults.Active(FaultKind.LinkLost) is { } lost)
        {
            if (lost.Magnitude < 0.0)
            {
                _state.HeardS = _state.NowS;
                _controller.Obey(command);
            }

            return CommandReply.LinkLost;
        }

        _state.HeardS = _state.NowS;
        return _controller.Obey(command);
    }

    /// <inheritdoc/>
    public void Wait(TimeSpan time)
    {
        _stepper.Advance(_state.NowS + time.TotalSeconds);
        while (_faults.Active(FaultKind.HostFrozen) is { } frozen)
        {
            _stepper.Advance(frozen.EndS);
        }
    }

    private bool Hears()
    {
        if (_faults.Active(FaultKind.LinkLost) is not null)
        {
            return false;
        }

        _state.HeardS = _state.NowS;
        return true;
    }

    private static SimulatedUnit Simulate(DeploymentUnit unit, UnitState state, Interlocks interlocks, ImmutableArray<Fault> faults) => unit.Swims
        ? new VehicleUnit(unit, state, interlocks, faults)
        : new CableUnit(unit, state, interlocks, faults);
}
