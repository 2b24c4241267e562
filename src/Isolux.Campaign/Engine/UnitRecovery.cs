using Isolux.Campaign.Devices;
using Isolux.Campaign.Kinematics;
using Isolux.Quantities;

namespace Isolux.Campaign.Engine;

/// <summary>Mends what can be mended at a unit: limits, position, trips.</summary>
internal sealed class UnitRecovery(
    IDeploymentSite site, SiteWatch watch, RunRecorder recorder, EngineSettings settings, Attempt attempt, SourceStorage storage, SourceLocator locator)
{
    /// <summary>Makes a unit ready for motion: position known, limits as declared, no trip. Gives up after the patience.</summary>
    public bool Mend(DeploymentUnit unit)
    {
        DateTimeOffset deadline = attempt.Deadline();
        while (site.Clock.GetUtcNow() < deadline)
        {
            if (watch[unit] is { } status)
            {
                MendOnce(unit, status);
                watch.Look();
                if (watch[unit] is { Motion: DriveMotion.Idle, Knowledge: PositionKnowledge.Known } now && now.Limits == unit.Limits)
                {
                    return true;
                }
            }

            attempt.Cycle(settings.HeartbeatSeconds);
            if (watch.Request is OperatorRequest.Halt or OperatorRequest.Leave)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Asks once for what a status lacks; the next status shows whether it was granted.</summary>
    public void MendOnce(DeploymentUnit unit, UnitStatus status)
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
        if ((storage.IsStored(unit) ? unit.Kinematics.Park : locator.Ultrasonic(unit)) is not { } fix)
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
}
