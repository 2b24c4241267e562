using System.Collections.Immutable;
using Isolux.Campaign.Devices;
using Isolux.Campaign.Kinematics;
using Isolux.Campaign.Planning;
using Isolux.Detector.Deployment;
using Isolux.Quantities;

namespace Isolux.Campaign.Engine;

/// <summary>Moves sources and mends what can be mended: it only ever asks; whether something may happen is decided by the controllers.</summary>
internal sealed class SourceHandler(
    IDeploymentSite site, ImmutableArray<DeploymentUnit> units, CalibrationHouse house, SiteWatch watch, RunRecorder recorder, EngineSettings settings, Action report)
{
    private const double SecondsPerMinute = 60.0;
    private const int ExchangeAttempts = 3;

    /// <summary>Why the last attempt failed.</summary>
    public string Failure { get; private set; } = string.Empty;

    /// <summary>Whether only a halt may interrupt: a source on its way home is not held up by bad conditions.</summary>
    public bool Homing { get; set; }

    /// <summary>Where ultrasound last saw what swims; null where it did not.</summary>
    public Position? LastSeen { get; private set; }

    public bool IsInterrupted => watch.Request is OperatorRequest.Halt or OperatorRequest.Leave
        || (!Homing && (watch.Request is OperatorRequest.PauseNow or OperatorRequest.Abort || watch.Suspension is not null));

    public void Cycle(double seconds)
    {
        watch.Cycle(seconds, recorder.Elapsed + TimeSpan.FromSeconds(seconds));
        report();
    }

    public int TagOf(string source) => source.Length == 0 ? 0 : Stored(source).Tag;

    /// <summary>Whether a unit is confirmed in storage with the source the custody log gives it.</summary>
    public bool IsStored(DeploymentUnit unit) =>
        watch[unit] is { Spool: var spool } && spool >= 0 && spool < unit.Spools && watch.IsStored(unit, TagOf(recorder.MountedOn(unit, spool)));

    public void StopAll()
    {
        foreach (DeploymentUnit unit in units)
        {
            site.Send(new DeviceCommand(DeviceCommandKind.Stop, unit.Index));
        }
    }

    /// <summary>Brings the source of a step from storage to its first point.</summary>
    public MotionOutcome Deploy(DeploymentUnit unit, PlanStep step)
    {
        if (recorder.Checkpoint.Out != unit.Index)
        {
            MotionOutcome exchanged = Exchange(unit, Stored(step.Source));
            if (exchanged != MotionOutcome.Done)
            {
                return exchanged;
            }

            if (!Await(() => units.All(IsStored)))
            {
                return IsInterrupted ? MotionOutcome.Interrupted : Fail("a unit is not confirmed in storage");
            }

            recorder.Deployed(unit);
        }

        return GoTo(unit, step.Position);
    }

    /// <summary>Brings the source of a unit home and confirms it there in two ways.</summary>
    public MotionOutcome BringHome(DeploymentUnit unit)
    {
        MotionOutcome outcome = GoTo(unit, unit.Kinematics.Park);
        if (outcome != MotionOutcome.Done)
        {
            return outcome;
        }

        if (!Await(() => IsStored(unit)))
        {
            return IsInterrupted ? MotionOutcome.Interrupted : Fail("switch and identity do not confirm the storage position");
        }

        recorder.Stored(unit);
        return MotionOutcome.Done;
    }

    /// <summary>Moves a source by straight ways.</summary>
    public MotionOutcome GoTo(DeploymentUnit unit, Position target)
    {
        // An umbilical brings a vehicle home from wherever it is.
        if (unit.Swims && target == unit.Kinematics.Park)
        {
            return Move(unit, target);
        }

        Position? from = null;
        if (!Await(() => (from = Located(unit)) is not null))
        {
            return IsInterrupted ? MotionOutcome.Interrupted : Fail(watch[unit] is null ? "the unit does not answer" : "nothing says where the source is");
        }

        foreach (Position stop in DeploymentWay.Between(unit, from!.Value, target))
        {
            MotionOutcome outcome = Move(unit, stop);
            if (outcome != MotionOutcome.Done)
            {
                return outcome;
            }
        }

        return MotionOutcome.Done;
    }

    /// <summary>Whether a unit rests at a position, as far as its own measurements say; true where it does not answer.</summary>
    public bool IsAt(DeploymentUnit unit, Position position) => watch[unit] is not { } status
        || (status is { Motion: DriveMotion.Idle, Knowledge: PositionKnowledge.Known }
            && (unit.Swims && position.ZMm < unit.Kinematics.Entrance.ZMm
                ? Located(unit) is { } seen && seen.DistanceToMm(position) <= settings.UltrasonicToleranceMm
                : status.Encoders.LargestDifferenceMm(unit.Kinematics.LengthsAt(position)) <= settings.ArrivedMm));

    /// <summary>Whether ultrasound sees the source there, within several medians; true where it gives no answer.</summary>
    public bool IsSeenAt(DeploymentUnit unit, Position position)
    {
        for (int i = 0; i < settings.UltrasonicMedians; i++)
        {
            if (Ultrasonic(unit) is not { } seen || seen.DistanceToMm(position) <= settings.UltrasonicToleranceMm)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Median of several ultrasonic fixes: outliers do not move it. Null out of sight, and where too few fixes agree with it.</summary>
    public Position? Ultrasonic(DeploymentUnit unit)
    {
        ImmutableArray<Position> fixes = [.. Enumerable.Range(0, settings.UltrasonicFixes).Select(_ => site.ReadUltrasonic(unit.Index)).OfType<Position>()];
        return UltrasonicMedian.Of(fixes, settings.UltrasonicToleranceMm, settings.UltrasonicAgreeing);
    }

    /// <summary>Where a unit says its source is: its cables, or for what swims ultrasound. Null where nothing says it.</summary>
    public Position? Located(DeploymentUnit unit)
    {
        if (watch[unit] is not { } status)
        {
            return null;
        }

        if (!unit.Swims || status.Encoders.FirstMm <= unit.Drive.ParkPathMm + settings.ArrivedMm)
        {
            return unit.Kinematics.PositionAt(status.Encoders);
        }

        LastSeen = null;
        for (int i = 0; i < settings.UltrasonicMedians && LastSeen is null; i++)
        {
            LastSeen = Ultrasonic(unit);
        }

        return LastSeen;
    }

    /// <summary>Makes a unit ready for motion: position known, limits as declared, no trip. Gives up after the patience.</summary>
    public bool Mend(DeploymentUnit unit)
    {
        DateTimeOffset deadline = Deadline();
        while (site.Clock.GetUtcNow() < deadline)
        {
            if (watch[unit] is { } status)
            {
                Mend(unit, status);
                watch.Look();
                if (watch[unit] is { Motion: DriveMotion.Idle, Knowledge: PositionKnowledge.Known } now && now.Limits == unit.Limits)
                {
                    return true;
                }
            }

            Cycle(settings.HeartbeatSeconds);
            if (watch.Request is OperatorRequest.Halt or OperatorRequest.Leave)
            {
                return false;
            }
        }

        return false;
    }

    private void Mend(DeploymentUnit unit, UnitStatus status)
    {
        if (status.Motion == DriveMotion.Moving)
        {
            site.Send(new DeviceCommand(DeviceCommandKind.Stop, unit.Index));
            return;
        }

        if (status.Limits != unit.Limits && site.Send(new DeviceCommand(DeviceCommandKind.SetLimits, unit.Index, Lengths: unit.Limits)) == CommandReply.Accepted)
        {
            recorder.Interruption(unit.Name, "limits set anew");
        }

        if (status.Knowledge == PositionKnowledge.Unknown && !Reference(unit, status))
        {
            return;
        }

        if (status.Trip == TripReason.TensionUnexpected)
        {
            ReferenceByTension(unit, status);
        }

        if (status.Motion == DriveMotion.Tripped && site.Send(new DeviceCommand(DeviceCommandKind.Clear, unit.Index)) == CommandReply.Accepted)
        {
            recorder.Interruption(unit.Name, $"{status.Trip} cleared");
        }
    }

    // Two measurements of the cable disagree: confirmed storage or the ultrasonic fix says which of them holds. Of a slack umbilical it says only that enough is out:
    // then the wheel on the umbilical is believed, since drums slip and their encoders drift.
    private bool Reference(DeploymentUnit unit, UnitStatus status)
    {
        if ((IsStored(unit) ? unit.Kinematics.Park : Ultrasonic(unit)) is not { } fix)
        {
            return false;
        }

        CableLengths seen = unit.Kinematics.LengthsAt(fix);
        CableLengths nearest = unit.Swims || seen.LargestDifferenceMm(status.Wheels) <= seen.LargestDifferenceMm(status.Encoders) ? status.Wheels : status.Encoders;
        double missMm = unit.Swims ? fix.DistanceToMm(unit.Kinematics.Entrance) - Math.Abs(nearest.FirstMm - unit.Drive.ParkPathMm) : seen.LargestDifferenceMm(nearest);
        if (missMm > settings.UltrasonicToleranceMm
            || site.Send(new DeviceCommand(DeviceCommandKind.Reference, unit.Index, Lengths: nearest)) != CommandReply.Accepted)
        {
            return false;
        }

        recorder.Interruption(unit.Name, "position found again");
        return true;
    }

    // Near the entrance of a loop tensions tell millimetres, where ultrasound tells centimetres: the encoders drifted if the wheels explain what pulls.
    private void ReferenceByTension(DeploymentUnit unit, UnitStatus status)
    {
        if (MissN(unit, status.Encoders, status.Tensions) > unit.Drive.TensionToleranceN
            && MissN(unit, status.Wheels, status.Tensions) <= unit.Drive.TensionToleranceN
            && site.Send(new DeviceCommand(DeviceCommandKind.Reference, unit.Index, Lengths: status.Wheels)) == CommandReply.Accepted)
        {
            recorder.Interruption(unit.Name, "position found again by tension");
        }
    }

    private static double MissN(DeploymentUnit unit, CableLengths lengths, CableTensions measured)
    {
        CableTensions expected = unit.Kinematics.TensionsAt(unit.Kinematics.PositionAt(lengths));
        return Math.Max(Math.Abs(measured.FirstN - expected.FirstN), Math.Abs(measured.SecondN - expected.SecondN));
    }

    private MotionOutcome Move(DeploymentUnit unit, Position target)
    {
        DateTimeOffset deadline = Deadline();
        for (int attempt = 0; attempt < settings.MotionAttempts && site.Clock.GetUtcNow() < deadline;)
        {
            if (IsInterrupted)
            {
                return Interrupt(unit);
            }

            bool retrieves = unit.Swims && target == unit.Kinematics.Park;
            CommandReply reply = site.Send(new DeviceCommand(retrieves ? DeviceCommandKind.Retrieve : DeviceCommandKind.Move, unit.Index, target));
            switch (reply)
            {
                case CommandReply.NotReady when retrieves && watch[unit] is { Motion: DriveMotion.Tripped } tripped:
                    Mend(unit, tripped);
                    Cycle(settings.HeartbeatSeconds);
                    continue;
                case CommandReply.LinkLost or CommandReply.OtherSourceOut:
                    Cycle(settings.HeartbeatSeconds);
                    continue;
                case CommandReply.PositionUnknown when unit.Swims && watch[unit] is { Knowledge: PositionKnowledge.Known }:
                    Cycle(settings.HeartbeatSeconds);
                    continue;
                case CommandReply.BeyondLimits:
                    return Fail("the way leaves what is admitted");
                case CommandReply.Accepted:
                    break;
                default:
                    attempt++;
                    if (!Mend(unit))
                    {
                        return IsInterrupted ? Interrupt(unit) : Fail($"not mended in time ({reply})");
                    }

                    continue;
            }

            if (Follow(unit))
            {
                return Interrupt(unit);
            }

            if (IsAt(unit, target) && watch[unit] is not null)
            {
                return MotionOutcome.Done;
            }

            deadline = Deadline();
            attempt++;
            recorder.Interruption(unit.Name, watch[unit] is { } status ? $"stopped on the way ({status.Trip})" : "no answer on the way");
            if (!retrieves && !Mend(unit))
            {
                return IsInterrupted ? Interrupt(unit) : Fail($"not mended in time ({watch[unit]?.Trip})");
            }
        }

        return Fail("given up after several attempts");
    }

    // Watches a motion until it ends; true where it was interrupted.
    private bool Follow(DeploymentUnit unit)
    {
        DateTimeOffset deadline = Deadline();
        DateTimeOffset answered = site.Clock.GetUtcNow();
        while (true)
        {
            Cycle(settings.HeartbeatSeconds);
            DateTimeOffset now = site.Clock.GetUtcNow();
            if (IsInterrupted)
            {
                return true;
            }

            answered = watch[unit] is null ? answered : now;
            bool silent = now - answered > TimeSpan.FromMinutes(settings.PatienceMinutes);
            if (silent || now > deadline || watch[unit] is { Motion: not DriveMotion.Moving })
            {
                return false;
            }
        }
    }

    // A source that hangs on a spool already is turned above the chimney; else it is fixed to an empty spool, or to the next one after what hangs there is taken off.
    private MotionOutcome Exchange(DeploymentUnit unit, StoredSource source)
    {
        if (recorder.HolderOf(source.Source) is { } holder)
        {
            MotionOutcome found = Select(holder.Unit, holder.Spool);
            if (found != MotionOutcome.Done || holder.Unit == unit)
            {
                return found;
            }

            MotionOutcome freed = TakeOff(holder.Unit);
            if (freed != MotionOutcome.Done)
            {
                return freed;
            }
        }

        MotionOutcome ready = Select(unit, FreeSpool(unit));
        ready = ready == MotionOutcome.Done && recorder.MountedOn(unit).Length > 0 ? TakeOff(unit) : ready;
        if (ready != MotionOutcome.Done)
        {
            return ready;
        }

        MotionOutcome fixedOn = Fix(unit, source.Tag);
        if (fixedOn != MotionOutcome.Done)
        {
            return fixedOn;
        }

        recorder.Mount(unit, source);
        return Select(unit, recorder.Checkpoint.Spools[unit.Index]);
    }

    private int FreeSpool(DeploymentUnit unit)
    {
        int empty = recorder.Checkpoint.Mounted[unit.Index].IndexOf(string.Empty);
        return empty >= 0 ? empty : (recorder.Checkpoint.Spools[unit.Index] + 1) % unit.Spools;
    }

    private MotionOutcome TakeOff(DeploymentUnit unit)
    {
        MotionOutcome freed = Fix(unit, 0);
        if (freed == MotionOutcome.Done)
        {
            recorder.Dismount(unit, Stored(recorder.MountedOn(unit)));
        }

        return freed;
    }

    // Turns a turntable, then reads back what stands above the chimney: the turntable's word alone is not enough.
    private MotionOutcome Select(DeploymentUnit unit, int spool)
    {
        if (unit.Spools == 1)
        {
            return MotionOutcome.Done;
        }

        int tag = TagOf(recorder.MountedOn(unit, spool));
        for (int attempt = 0; attempt < ExchangeAttempts; attempt++)
        {
            if (watch[unit] is { } now && now.Spool == spool && now.ParkTag == tag && now.Motion != DriveMotion.Moving && recorder.Checkpoint.Spools[unit.Index] == spool)
            {
                return MotionOutcome.Done;
            }

            if (!Await(() => site.Send(new DeviceCommand(DeviceCommandKind.Select, unit.Index, Spool: spool)) == CommandReply.Accepted))
            {
                return IsInterrupted ? MotionOutcome.Interrupted : Fail("the turntable does not turn");
            }

            if (Await(() => watch[unit] is { Motion: not DriveMotion.Moving } read && read.Spool == spool && read.ParkTag == tag))
            {
                recorder.Selected(unit, spool);
                return MotionOutcome.Done;
            }

            if (IsInterrupted)
            {
                return MotionOutcome.Interrupted;
            }

            recorder.Interruption(unit.Name, $"wrong spool: spool {watch[unit]?.Spool + 1} with identity {watch[unit]?.ParkTag} where spool {spool + 1} with {tag} was asked for");
        }

        return Fail("the turntable stands wrong every time");
    }

    // By hand in the glove box, then read back: what hangs there must be what was asked for.
    private MotionOutcome Fix(DeploymentUnit unit, int tag)
    {
        for (int attempt = 0; attempt < ExchangeAttempts; attempt++)
        {
            for (double leftS = house.ExchangeMinutes * SecondsPerMinute; leftS > 0.0; leftS -= settings.HeartbeatSeconds)
            {
                Cycle(Math.Min(leftS, settings.HeartbeatSeconds));
                if (IsInterrupted)
                {
                    return MotionOutcome.Interrupted;
                }
            }

            if (!Await(() => site.Send(new DeviceCommand(DeviceCommandKind.Mount, unit.Index, Tag: tag)) == CommandReply.Accepted))
            {
                return IsInterrupted ? MotionOutcome.Interrupted : Fail("the unit does not take a source");
            }

            if (Await(() => watch[unit] is { } read && read.ParkTag == tag))
            {
                return MotionOutcome.Done;
            }

            recorder.Interruption(unit.Name, $"wrong source: identity {watch[unit]?.ParkTag} where {tag} was asked for");
        }

        return Fail("the wrong source was fixed every time");
    }

    // Waits for something, in signs of life, a short while only: a wrong identity does not become right by waiting.
    private bool Await(Func<bool> holds)
    {
        for (int i = 0; i < settings.ConfirmationCycles; i++)
        {
            watch.Look();
            if (holds())
            {
                return true;
            }

            if (IsInterrupted)
            {
                return false;
            }

            Cycle(settings.HeartbeatSeconds);
        }

        return false;
    }

    private MotionOutcome Interrupt(DeploymentUnit unit)
    {
        site.Send(new DeviceCommand(DeviceCommandKind.Stop, unit.Index));
        return MotionOutcome.Interrupted;
    }

    public MotionOutcome Fail(string why)
    {
        Failure = why;
        return MotionOutcome.Failed;
    }

    private DateTimeOffset Deadline() => site.Clock.GetUtcNow() + TimeSpan.FromMinutes(settings.PatienceMinutes * 3.0);

    private StoredSource Stored(string source) => house.Inventory.First(stored => stored.Source == source);
}
