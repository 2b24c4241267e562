using System.Collections.Immutable;
using Isolux.Detector.Deployment;
using Isolux.Detector.Documents;

namespace Isolux.Detector.Building;

/// <summary>Builds the deployment systems.</summary>
internal sealed class SystemsBuilder(SpecificationReader reader)
{
    private const double MmPerM = 1000.0;

    public ImmutableArray<DeploymentSystem> Build(SystemsDocument? document)
    {
        var systems = ImmutableArray.CreateBuilder<DeploymentSystem>();
        foreach ((string name, AxisSystemDocument axis) in document?.Axis ?? ImmutableSortedDictionary<string, AxisSystemDocument>.Empty)
        {
            systems.Add(Build(name, axis, "$.systems.axis." + name));
        }

        foreach ((string name, CableLoopDocument loop) in document?.CableLoops ?? ImmutableSortedDictionary<string, CableLoopDocument>.Empty)
        {
            systems.Add(Build(name, loop, "$.systems.cableLoops." + name));
        }

        foreach ((string name, GuideTubeDocument tube) in document?.GuideTubes ?? ImmutableSortedDictionary<string, GuideTubeDocument>.Empty)
        {
            systems.Add(Build(name, tube, "$.systems.guideTubes." + name));
        }

        string? twice = systems.GroupBy(s => s.Name).FirstOrDefault(g => g.Count() > 1)?.Key;
        if (twice is not null)
        {
            reader.Fault("$.systems", $"\"{twice}\"", "two systems bear this name", "rename one");
        }

        return systems.ToImmutable();
    }

    private AxisSystem Build(string name, AxisSystemDocument axis, string path) => new(
        name,
        PositiveMm(axis.PositionAccuracyM, path + ".positionAccuracyM"),
        PositiveMm(axis.SpeedMPerMin, path + ".speedMPerMin"),
        PositiveMm(axis.MaximumAbsZM, path + ".maximumAbsZM"),
        PositiveMm(axis.ParkZM, path + ".parkZM"));

    private CableLoopSystem Build(string name, CableLoopDocument loop, string path)
    {
        double anchorRadiusMm = PositiveMm(loop.AnchorRadiusM, path + ".anchorRadiusM");
        ImmutableArray<double> thetas = reader.Within(loop.AnchorThetasDegrees, path + ".anchorThetasDegrees", 1.0, 179.0);
        return new CableLoopSystem(
            name,
            PositiveMm(loop.PositionAccuracyM, path + ".positionAccuracyM"),
            PositiveMm(loop.SpeedMPerMin, path + ".speedMPerMin"),
            [.. thetas.Select(t => new CableAnchor(anchorRadiusMm * Math.Sin(Angles.ToRad(t)), anchorRadiusMm * Math.Cos(Angles.ToRad(t))))],
            PositiveMm(loop.ChimneyRhoM, path + ".chimneyRhoM"),
            PositiveMm(loop.ChimneyZM, path + ".chimneyZM"),
            Angles.ToRad(reader.Within(loop.MinimumSideCableAngleDegrees, path + ".minimumSideCableAngleDegrees", 0.0, 89.0)),
            PositiveMm(loop.MaximumRadiusM, path + ".maximumRadiusM"),
            Angles.ToRad(reader.Within(loop.PlanePhiDegrees, path + ".planePhiDegrees", -360.0, 360.0)));
    }

    private GuideTubeSystem Build(string name, GuideTubeDocument tube, string path) => new(
        name,
        PositiveMm(tube.PositionAccuracyM, path + ".positionAccuracyM"),
        PositiveMm(tube.SpeedMPerMin, path + ".speedMPerMin"),
        PositiveMm(tube.TubeRadiusM, path + ".tubeRadiusM"),
        Angles.ToRad(reader.Within(tube.MinimumThetaDegrees, path + ".minimumThetaDegrees", 0.0, 180.0)),
        Angles.ToRad(reader.Within(tube.MaximumThetaDegrees, path + ".maximumThetaDegrees", 0.0, 180.0)),
        [.. reader.Within(tube.PhisDegrees, path + ".phisDegrees", -360.0, 360.0).Select(Angles.ToRad)]);

    private double PositiveMm(Measured measuredM, string path) => MmPerM * reader.Positive(measuredM, path);
}
