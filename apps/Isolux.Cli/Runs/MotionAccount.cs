using System.Collections.Immutable;
using Isolux.Campaign.Devices;
using Isolux.Campaign.Kinematics;
using Isolux.Quantities;
using Isolux.SimulatedHardware;

namespace Isolux.Cli.Runs;

/// <summary>A simulated site that keeps account of every motion: how far inside and above the entrance, and how long it takes.</summary>
internal sealed class MotionAccount(SimulatedSite site, ImmutableArray<DeploymentUnit> units) : IDeploymentSite
{
    /// <summary>Motions so far: when they began, path inside and above the entrance at full speed, and what acceleration adds; min.</summary>
    public List<(double AtMinutes, double InsideMinutes, double AboveMinutes, double RampMinutes)> Motions { get; } = [];

    public TimeProvider Clock => site.Clock;

    public string Memory => string.Empty;

    public UnitStatus? Read(int unit) => site.Read(unit);

    public SiteConditions? ReadConditions() => site.ReadConditions();

    public Position? ReadUltrasonic(int unit) => site.ReadUltrasonic(unit);

    public void Wait(TimeSpan time) => site.Wait(time);

    public CommandReply Send(in DeviceCommand command)
    {
        Position from = site.Truth(command.Unit).Position;
        CommandReply reply = site.Send(command);
        if (reply == CommandReply.Accepted && command.Kind is DeviceCommandKind.Move or DeviceCommandKind.Retrieve)
        {
            Add(units[command.Unit], from, command);
        }

        return reply;
    }

    private void Add(DeploymentUnit unit, Position from, in DeviceCommand command)
    {
        Position entrance = unit.Kinematics.Entrance;
        double aboveMm = Math.Abs(Math.Max(from.ZMm, entrance.ZMm) - Math.Max(command.Target.ZMm, entrance.ZMm));
        double totalMm = unit.FollowsCable ? unit.Kinematics.LengthsAt(from).LargestDifferenceMm(unit.Kinematics.LengthsAt(command.Target))
            : command.Kind == DeviceCommandKind.Retrieve && from.ZMm < entrance.ZMm ? from.DistanceToMm(entrance) + unit.Drive.ParkPathMm
            : from.DistanceToMm(command.Target);
        double speed = unit.System.SpeedMmPerMin;
        double wholeMinutes = new MotionProfile(totalMm, speed, unit.Drive.AccelerationMmPerS2).DurationSeconds / 60.0;
        Motions.Add((site.NowSeconds / 60.0, (totalMm - aboveMm) / speed, aboveMm / speed, wholeMinutes - (totalMm / speed)));
    }
}
