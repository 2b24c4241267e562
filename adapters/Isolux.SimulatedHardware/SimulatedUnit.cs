using Isolux.Campaign.Devices;
using Isolux.Campaign.Kinematics;
using Isolux.Detector.Deployment;
using Isolux.Quantities;
using Isolux.SimulatedHardware.Faults;

namespace Isolux.SimulatedHardware;

/// <summary>A unit with its drives, sensors and the interlocks of its controller.</summary>
internal abstract class SimulatedUnit(DeploymentUnit unit, UnitState state, Interlocks interlocks, IReadOnlyList<Fault> faults)
{
    public const double DisagreementMm = 30.0;
    public const double CredibleMm = 100.0;
    private const double FollowingMm = 10.0;
    private const double ParkMm = 20.0;
    private const double BeyondMm = 5.0;

    public DeploymentUnit Unit => unit;

    public UnitState State => state;

    /// <summary>Whether something is wrong that a motion would show.</summary>
    public virtual bool IsDisturbed(double timeS) =>
        state.JammedAt is not null || state.IgnoringAt is not null || state.RunsOnMmPerS is not null || state.Slip != default || state.Drift != default || !IsLocated(timeS)
        || (interlocks.HasFlag(Interlocks.Limits) && state.Limits != unit.Limits)
        || (faults.Count > 0 && (Active(FaultKind.EncoderDrift, timeS) is not null || Active(FaultKind.TensionStep, timeS) is not null));

    public double ArrivalS => state.RunsOnMmPerS is null ? state.StartS + Profile.DurationSeconds : double.PositiveInfinity;

    public Fault? Active(FaultKind kind, double timeS)
    {
        foreach (Fault fault in faults)
        {
            if (fault.Kind == kind && fault.IsActiveAt(timeS))
            {
                return fault;
            }
        }

        return null;
    }

    public CableLengths Motor(double timeS) => state.IgnoringAt
        ?? (state.RunsOnMmPerS is { } runsOn ? state.Motor + ((timeS - state.StartS) * runsOn) : Commanded(timeS));

    public CableLengths Cable(double timeS) => state.JammedAt ?? (Motor(timeS) + state.Slip);

    public CableLengths Encoders(double timeS, double nowS) => Motor(timeS) + state.Drift + new CableLengths(DriftMmPerS(nowS) * (timeS - nowS), 0.0);

    public CableLengths Wheels(double timeS) => Cable(timeS) + state.WheelOffset;

    public CableTensions Tensions(double timeS)
    {
        CableLengths cable = Cable(timeS);
        CableTensions rest = RestTensions(cable);
        double pullN = Active(FaultKind.TensionStep, timeS)?.Magnitude ?? 0.0;
        double stretchMm = state.JammedAt is null ? 0.0 : cable.FirstMm - Motor(timeS).FirstMm - state.Slip.FirstMm;
        return rest with { FirstN = Math.Max(0.0, rest.FirstN + pullN + (unit.Drive.CableStiffnessNPerMm * stretchMm)) };
    }

    public SwitchState ParkSwitch(double timeS) => Active(FaultKind.ParkSwitchStuck, timeS) is { } stuck
        ? stuck.Magnitude >= 0.0 ? SwitchState.Closed : SwitchState.Open
        : Math.Abs(Cable(timeS).FirstMm) <= ParkMm ? SwitchState.Closed : SwitchState.Open;

    public int ParkTag(double timeS)
    {
        bool reads = interlocks.HasFlag(Interlocks.ParkIdentity) ? Math.Abs(Cable(timeS).FirstMm) <= ParkMm : ParkSwitch(timeS) == SwitchState.Closed;
        return reads && !IsTurning(timeS) ? state.Tag : 0;
    }

    /// <summary>Whether its turntable turns.</summary>
    public bool IsTurning(double timeS) => timeS < state.TurnedS;

    /// <summary>Turns the turntable.</summary>
    public void Turn(int spool, double nowS)
    {
        if (unit.System is AxisSystem { Turntable: { } table } && Active(FaultKind.TurntableStuck, nowS) is null)
        {
            int reached = Active(FaultKind.WrongSpool, nowS) is null ? spool : (spool + 1) % table.Spools;
            state.TurnedS = reached == state.Spool ? state.TurnedS : nowS + table.TurnSeconds;
            (state.Spool, state.SpoolRead) = (reached, spool);
        }
    }

    /// <summary>Storage confirmed to the other units: the switch, and the wheel that knows nothing of it.</summary>
    public bool IsConfirmedParked(double timeS) =>
        ParkSwitch(timeS) == SwitchState.Closed && Math.Abs(Wheels(timeS).FirstMm) <= CredibleMm && !state.IsMoving;

    /// <summary>What an interlock would stop at a time, looking ahead from now.</summary>
    public TripReason Tripping(double timeS, double nowS)
    {
        CableLengths encoders = Encoders(timeS, nowS);
        if (interlocks.HasFlag(Interlocks.KnownPosition) && !IsLocated(timeS))
        {
            return TripReason.PositionUnknown;
        }

        return TrippingCables(timeS, encoders);
    }

    /// <summary>The same without what only says where the source is.</summary>
    public TripReason TrippingCables(double timeS, CableLengths encoders)
    {
        if (interlocks.HasFlag(Interlocks.KnownPosition) && encoders.LargestDifferenceMm(Wheels(timeS)) > DisagreementMm)
        {
            return TripReason.PositionUnknown;
        }

        if (interlocks.HasFlag(Interlocks.Tension) && Slack(timeS) is var tension and not TripReason.None)
        {
            return tension;
        }

        if (interlocks.HasFlag(Interlocks.ExpectedTension) && IsUnexpected(Tensions(timeS), encoders))
        {
            return TripReason.TensionUnexpected;
        }

        if (interlocks.HasFlag(Interlocks.Following) && Commanded(timeS).LargestDifferenceMm(Motor(timeS)) > FollowingMm)
        {
            return TripReason.FollowingError;
        }

        if (interlocks.HasFlag(Interlocks.Limits) && !IsPlausible)
        {
            return TripReason.LimitsImplausible;
        }

        return interlocks.HasFlag(Interlocks.Limits) && (encoders.FirstMm > state.Limits.FirstMm + BeyondMm || encoders.SecondMm > state.Limits.SecondMm + BeyondMm)
            ? TripReason.BeyondLimits
            : TripReason.None;
    }

    public bool IsPlausible => state.Limits.FirstMm > 0.0 && (unit.Kinematics.DriveCount == 1 || state.Limits.SecondMm > 0.0);

    /// <summary>Whether the tension lies outside the window less its margin.</summary>
    public TripReason Slack(double timeS)
    {
        CableTensions tensions = Tensions(timeS);
        return Math.Max(tensions.FirstN, tensions.SecondN) > unit.Drive.MaximumTensionN - unit.Drive.TensionMarginN ? TripReason.TensionHigh
            : tensions.FirstN < unit.Drive.MinimumTensionN + unit.Drive.TensionMarginN ? TripReason.TensionLow
            : TripReason.None;
    }

    private bool IsUnexpected(CableTensions measured, CableLengths encoders)
    {
        CableTensions expected = RestTensions(encoders);
        return Math.Max(Math.Abs(measured.FirstN - expected.FirstN), Math.Abs(measured.SecondN - expected.SecondN)) > unit.Drive.TensionToleranceN;
    }

    /// <summary>Begins a motion from where the unit believes to be.</summary>
    public virtual void Start(Position from, Position target, double nowS)
    {
        state.From = from;
        state.To = target;
        state.DistanceMm = WayMm(from, target);
        state.StartS = nowS;
        state.IsMoving = true;
        if (Active(FaultKind.MotorIgnoresCommand, nowS) is not null)
        {
            state.IgnoringAt = state.Motor;
        }
    }

    /// <summary>
    /// The drives come to rest after the way of the brake. An interlock closes the brake of the drum whatever the motor does; a commanded stop leaves it to
    /// the motor, which may run on.
    /// </summary>
    public void Stop(double nowS, TripReason reason)
    {
        if (state.IsMoving && reason == TripReason.Commanded && state.IgnoringAt is null && !unit.Swims && Active(FaultKind.MotorRunsOn, nowS) is not null)
        {
            RunOn(nowS);
        }
        else if (state.RunsOnMmPerS is { } runsOn)
        {
            double speed = SpeedMmPerS;
            state.Motor = Motor(nowS) + (speed / (2.0 * unit.Drive.BrakeMmPerS2) * runsOn);
            state.RunsOnMmPerS = null;
            state.IsMoving = false;
        }
        else if (state.IsMoving)
        {
            double speed = Profile.SpeedMmPerS(nowS - state.StartS);
            double coveredMm = Profile.CoveredMm(nowS - state.StartS) + (speed * speed / (2.0 * unit.Drive.BrakeMmPerS2));
            Rest(Math.Min(coveredMm, state.DistanceMm));
        }

        if (reason is not (TripReason.Commanded or TripReason.None))
        {
            state.Trip = reason;
            state.Knowledge = reason == TripReason.PositionUnknown ? PositionKnowledge.Unknown : state.Knowledge;
        }
    }

    public void Begin(Fault fault, double nowS)
    {
        switch (fault.Kind)
        {
            case FaultKind.SpoolJammed:
                state.JammedAt ??= Cable(nowS);
                break;
            case FaultKind.MotorIgnoresCommand when state.IsMoving:
                Ignore(nowS);
                break;
            case FaultKind.SlippedCable when Cable(nowS).FirstMm > 2.0 * Math.Abs(fault.Magnitude) + 1000.0 && state.JammedAt is null:
                state.Slip += new CableLengths(fault.Magnitude, 0.0);
                break;
            case FaultKind.WrongLimits:
                state.Limits = default;
                break;
        }
    }

    public void End(Fault fault, double nowS)
    {
        switch (fault.Kind)
        {
            case FaultKind.SpoolJammed:
                state.JammedAt = null;
                break;
            case FaultKind.MotorIgnoresCommand when state.IgnoringAt is { } still:
                state.Motor = still;
                state.IgnoringAt = null;
                state.IsMoving = false;
                break;
            case FaultKind.MotorRunsOn when state.RunsOnMmPerS is not null:
                Stop(nowS, TripReason.None);
                break;
        }
    }

    /// <summary>Takes over what drifted between two times.</summary>
    public void Integrate(double fromS, double toS) => state.Drift += new CableLengths(DriftMmPerS(fromS) * (toS - fromS), 0.0);

    public UnitTruth Truth(double nowS)
    {
        CableLengths cable = Cable(nowS);
        return new UnitTruth(
            state.Tag,
            state.IsMoving ? DriveMotion.Moving : DriveMotion.Idle,
            cable,
            Encoders(nowS, nowS),
            Tensions(nowS),
            PositionAt(nowS),
            IsLocated(nowS),
            IsTurning(nowS));
    }

    /// <summary>Whether the controller can tell where the source is.</summary>
    public virtual bool IsLocated(double timeS) => true;

    /// <summary>Where the source really is.</summary>
    protected abstract Position PositionAt(double timeS);

    /// <summary>Length of the way to a target, mm.</summary>
    protected abstract double WayMm(Position from, Position target);

    /// <summary>Cable the motors have paid out after a part of the way.</summary>
    protected abstract CableLengths MotorAfter(double coveredMm);

    /// <summary>Comes to rest after a part of the way.</summary>
    protected virtual void Rest(double coveredMm)
    {
        state.Motor = state.IgnoringAt ?? MotorAfter(coveredMm);
        state.IsMoving = false;
    }

    /// <summary>Stands still although told to move.</summary>
    protected virtual void Ignore(double nowS) => state.IgnoringAt = Commanded(nowS);

    /// <summary>Path covered at a time of a motion, mm.</summary>
    protected double CoveredMm(double timeS) => Profile.CoveredMm(timeS - state.StartS);

    private CableTensions RestTensions(CableLengths cable) => unit.Kinematics.TensionsAt(unit.Kinematics.PositionAt(cable));

    private MotionProfile Profile => new(state.DistanceMm, unit.System.SpeedMmPerMin, unit.Drive.AccelerationMmPerS2);

    private double SpeedMmPerS => unit.System.SpeedMmPerMin / 60.0;

    private void RunOn(double nowS)
    {
        const double LastPart = 0.01;
        if (state.RunsOnMmPerS is null)
        {
            CableLengths lastPart = unit.Kinematics.LengthsAt(state.To) - unit.Kinematics.LengthsAt(unit.Between(state.From, state.To, 1.0 - LastPart));
            state.Motor = Motor(nowS);
            state.RunsOnMmPerS = SpeedMmPerS / (LastPart * Math.Max(state.DistanceMm, 1.0)) * lastPart;
            state.StartS = nowS;
        }
    }

    private double DriftMmPerS(double timeS) => (Active(FaultKind.EncoderDrift, timeS)?.Magnitude ?? 0.0) / 60.0;

    private CableLengths Commanded(double timeS) => state.IsMoving && state.RunsOnMmPerS is null ? MotorAfter(CoveredMm(timeS)) : state.Motor;
}
