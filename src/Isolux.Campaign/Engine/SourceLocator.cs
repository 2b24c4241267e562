using System.Collections.Immutable;
using Isolux.Campaign.Devices;
using Isolux.Campaign.Kinematics;
using Isolux.Quantities;

namespace Isolux.Campaign.Engine;

/// <summary>Says where a source is: by the cables of its unit, and by ultrasound, which knows nothing of them.</summary>
internal sealed class SourceLocator(IDeploymentSite site, SiteWatch watch, EngineSettings settings)
{
    /// <summary>Where ultrasound last saw what swims; null where it did not.</summary>
    public Position? LastSeen { get; private set; }

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

    /// <summary>Median of several ultrasonic fixes: outliers do not move it. Null out of sight, and where too few fixes agree with it.</summary>
    public Position? Ultrasonic(DeploymentUnit unit)
    {
        ImmutableArray<Position> fixes = [.. Enumerable.Range(0, settings.UltrasonicFixes).Select(_ => site.ReadUltrasonic(unit.Index)).OfType<Position>()];
        return UltrasonicMedian.Of(fixes, settings.UltrasonicToleranceMm, settings.UltrasonicAgreeing);
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
}
