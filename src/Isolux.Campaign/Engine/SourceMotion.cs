using Isolux.Campaign.Devices;
using Isolux.Campaign.Kinematics;
using Isolux.Quantities;

namespace Isolux.Campaign.Engine;

/// <summary>Moves a source and follows it on its way; begins anew, after the unit is mended, what ended early.</summary>
internal sealed class SourceMotion(
    IDeploymentSite site, SiteWatch watch, RunRecorder recorder, EngineSettings settings, Attempt attempt, SourceLocator locator, UnitRecovery recovery)
{
    /// <summary>Moves a source by straight ways.</summary>
    public MotionOutcome GoTo(DeploymentUnit unit, Position target)
    {
        // An umbilical brings a vehicle home from wherever it is.
        if (unit.Swims && target == unit.Kinematics.Park)
        {
            return Move(unit, target);
        }

        Position? from = null;
        if (!attempt.Await(() => (from = locator.Located(unit)) is not null))
        {
            return attempt.InterruptedOrFail(watch[unit] is null ? "the unit does not answer" : "nothing says where the source is");
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

    private MotionOutcome Move(DeploymentUnit unit, Position target)
    {
        DateTimeOffset deadline = attempt.Deadline();
        for (int begun = 0; begun < settings.MotionAttempts && site.Clock.GetUtcNow() < deadline;)
        {
            if (attempt.IsInterrupted)
            {
                return Interrupt(unit);
            }

            bool retrieves = unit.Swims && target == unit.Kinematics.Park;
            CommandReply reply = site.Send(new DeviceCommand(retrieves ? DeviceCommandKind.Retrieve : DeviceCommandKind.Move, unit.Index, target));
            switch (reply)
            {
                case CommandReply.NotReady when retrieves && watch[unit] is { Motion: DriveMotion.Tripped } tripped:
                    recovery.MendOnce(unit, tripped);
                    attempt.Cycle(settings.HeartbeatSeconds);
                    continue;
                case CommandReply.LinkLost or CommandReply.OtherSourceOut:
                    attempt.Cycle(settings.HeartbeatSeconds);
                    continue;
                case CommandReply.PositionUnknown when unit.Swims && watch[unit] is { Knowledge: PositionKnowledge.Known }:
                    attempt.Cycle(settings.HeartbeatSeconds);
                    continue;
                case CommandReply.BeyondLimits:
                    return attempt.Fail("the way leaves what is admitted");
                case CommandReply.Accepted:
                    break;
                default:
                    begun++;
                    if (!recovery.Mend(unit))
                    {
                        return attempt.IsInterrupted ? Interrupt(unit) : attempt.Fail($"not mended in time ({reply})");
                    }

                    continue;
            }

            if (Follow(unit))
            {
                return Interrupt(unit);
            }

            if (locator.IsAt(unit, target) && watch[unit] is not null)
            {
                return MotionOutcome.Done;
            }

            deadline = attempt.Deadline();
            begun++;
            recorder.Interruption(unit.Name, watch[unit] is { } status ? $"stopped on the way ({status.Trip})" : "no answer on the way");
            if (!retrieves && !recovery.Mend(unit))
            {
                return attempt.IsInterrupted ? Interrupt(unit) : attempt.Fail($"not mended in time ({watch[unit]?.Trip})");
            }
        }

        return attempt.Fail("given up after several attempts");
    }

    // Watches a motion until it ends; true where it was interrupted.
    private bool Follow(DeploymentUnit unit)
    {
        DateTimeOffset deadline = attempt.Deadline();
        DateTimeOffset answered = site.Clock.GetUtcNow();
        while (true)
        {
            attempt.Cycle(settings.HeartbeatSeconds);
            DateTimeOffset now = site.Clock.GetUtcNow();
            if (attempt.IsInterrupted)
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

    private MotionOutcome Interrupt(DeploymentUnit unit)
    {
        site.Send(new DeviceCommand(DeviceCommandKind.Stop, unit.Index));
        return MotionOutcome.Interrupted;
    }
}
