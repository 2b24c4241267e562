using Isolux.Campaign.Devices;
using Isolux.Campaign.Kinematics;
using Isolux.Detector.Deployment;

namespace Isolux.Campaign.Engine;

/// <summary>Exchanges sources in storage: spools are turned above the chimney, sources fixed and taken off by hand, and whatever was done is read back.</summary>
internal sealed class SourceExchange(
    IDeploymentSite site, CalibrationHouse house, SiteWatch watch, RunRecorder recorder, EngineSettings settings, Attempt attempt, SourceStorage storage)
{
    private const double SecondsPerMinute = 60.0;
    private const int Attempts = 3;

    /// <summary>
    /// Brings a source on a unit. One that hangs on a spool already is turned above the chimney; else it is fixed to an empty spool, or to the next one after what
    /// hangs there is taken off.
    /// </summary>
    public MotionOutcome Exchange(DeploymentUnit unit, StoredSource source)
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
            recorder.Dismount(unit, storage[recorder.MountedOn(unit)]);
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

        int tag = storage.TagOf(recorder.MountedOn(unit, spool));
        for (int i = 0; i < Attempts; i++)
        {
            if (watch[unit] is { } now && now.Spool == spool && now.ParkTag == tag && now.Motion != DriveMotion.Moving && recorder.Checkpoint.Spools[unit.Index] == spool)
            {
                return MotionOutcome.Done;
            }

            if (!attempt.Await(() => site.Send(new DeviceCommand(DeviceCommandKind.Select, unit.Index, Spool: spool)) == CommandReply.Accepted))
            {
                return attempt.InterruptedOrFail("the turntable does not turn");
            }

            if (attempt.Await(() => watch[unit] is { Motion: not DriveMotion.Moving } read && read.Spool == spool && read.ParkTag == tag))
            {
                recorder.Selected(unit, spool);
                return MotionOutcome.Done;
            }

            if (attempt.IsInterrupted)
            {
                return MotionOutcome.Interrupted;
            }

            recorder.Interruption(unit.Name, $"wrong spool: spool {watch[unit]?.Spool + 1} with identity {watch[unit]?.ParkTag} where spool {spool + 1} with {tag} was asked for");
        }

        return attempt.Fail("the turntable stands wrong every time");
    }

    // By hand in the glove box, then read back: what hangs there must be what was asked for.
    private MotionOutcome Fix(DeploymentUnit unit, int tag)
    {
        for (int i = 0; i < Attempts; i++)
        {
            for (double leftS = house.ExchangeMinutes * SecondsPerMinute; leftS > 0.0; leftS -= settings.HeartbeatSeconds)
            {
                attempt.Cycle(Math.Min(leftS, settings.HeartbeatSeconds));
                if (attempt.IsInterrupted)
                {
                    return MotionOutcome.Interrupted;
                }
            }

            if (!attempt.Await(() => site.Send(new DeviceCommand(DeviceCommandKind.Mount, unit.Index, Tag: tag)) == CommandReply.Accepted))
            {
                return attempt.InterruptedOrFail("the unit does not take a source");
            }

            if (attempt.Await(() => watch[unit] is { } read && read.ParkTag == tag))
            {
                return MotionOutcome.Done;
            }

            recorder.Interruption(unit.Name, $"wrong source: identity {watch[unit]?.ParkTag} where {tag} was asked for");
        }

        return attempt.Fail("the wrong source was fixed every time");
    }
}
