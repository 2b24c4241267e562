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

        foreach ((string name, VehicleDocument vehicle) in document?.Vehicles ?? ImmutableSortedDictionary<string, VehicleDocument>.Empty)
        {
            systems.Add(Build(name, vehicle, "$.systems.vehicles." + name));
        }

        string? twice = systems.GroupBy(s => s.Name).FirstOrDefault(g => g.Count() > 1)?.Key;
        if (twice is not null)
        {
            reader.Fault("$.systems", $"\"{twice}\"", "two systems bear this name", "rename one");
        }

        ImmutableArray<ForbiddenRegion> forbidden =
        [
            .. (document?.ForbiddenRegions ?? ImmutableSortedDictionary<string, ForbiddenRegionDocument>.Empty)
                .Select(region => Build(region.Key, region.Value, "$.systems.forbiddenRegions." + region.Key)),
        ];
        return [.. systems.Select(system => system with { Forbidden = forbidden })];
    }

    private AxisSystem Build(string name, AxisSystemDocument axis, string path) => new(
        name,
        PositiveMm(axis.PositionAccuracyM, path + ".positionAccuracyM"),
        PositiveMm(axis.SpeedMPerMin, path + ".speedMPerMin"),
        PositiveMm(axis.MaximumAbsZM, path + ".maximumAbsZM"),
        PositiveMm(axis.ParkZM, path + ".parkZM"))
    {
        Drive = Build(axis.Drive, path + ".drive"),
        Turntable = axis.Turntable is { } table
            ? new Turntable(reader.Positive(table.Spools, path + ".turntable.spools"), reader.NonNegative(table.TurnSeconds, path + ".turntable.turnSeconds"))
            : null,
    };

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
            Angles.ToRad(reader.Within(loop.PlanePhiDegrees, path + ".planePhiDegrees", -360.0, 360.0)))
        {
            Drive = Build(loop.Drive, path + ".drive"),
        };
    }

    private GuideTubeSystem Build(string name, GuideTubeDocument tube, string path) => new(
        name,
        PositiveMm(tube.PositionAccuracyM, path + ".positionAccuracyM"),
        PositiveMm(tube.SpeedMPerMin, path + ".speedMPerMin"),
        PositiveMm(tube.TubeRadiusM, path + ".tubeRadiusM"),
        Angles.ToRad(reader.Within(tube.MinimumThetaDegrees, path + ".minimumThetaDegrees", 0.0, 180.0)),
        Angles.ToRad(reader.Within(tube.MaximumThetaDegrees, path + ".maximumThetaDegrees", 0.0, 180.0)),
        [.. reader.Within(tube.PhisDegrees, path + ".phisDegrees", -360.0, 360.0).Select(Angles.ToRad)])
    {
        Drive = Build(tube.Drive, path + ".drive"),
    };

    private VehicleSystem Build(string name, VehicleDocument vehicle, string path) => new(
        name,
        PositiveMm(vehicle.PositionAccuracyM, path + ".positionAccuracyM"),
        PositiveMm(vehicle.SpeedMPerMin, path + ".speedMPerMin"),
        PositiveMm(vehicle.MaximumRadiusM, path + ".maximumRadiusM"),
        PositiveMm(vehicle.EntryZM, path + ".entryZM"),
        PositiveMm(vehicle.UmbilicalLengthM, path + ".umbilicalLengthM"),
        reader.Within(vehicle.UmbilicalSlackFactor, path + ".umbilicalSlackFactor", 1.0, 2.0))
    {
        Drive = Build(vehicle.Drive, path + ".drive"),
    };

    private ForbiddenRegion Build(string name, ForbiddenRegionDocument region, string path)
    {
        reader.RequireSource(region.Source, path);
        if (!(region.MinimumRhoM < region.MaximumRhoM && region.MinimumZM < region.MaximumZM))
        {
            reader.Fault(path, null, "a region has its lower bounds below its upper bounds", "correct the bounds");
        }

        return new ForbiddenRegion(name, MmPerM * region.MinimumRhoM, MmPerM * region.MaximumRhoM, MmPerM * region.MinimumZM, MmPerM * region.MaximumZM);
    }

    private CableDrive? Build(CableDriveDocument? drive, string path)
    {
        if (drive is null)
        {
            return null;
        }

        double minimumN = reader.NonNegative(drive.MinimumTensionN, path + ".minimumTensionN");
        double maximumN = reader.Positive(drive.MaximumTensionN, path + ".maximumTensionN");
        double marginN = reader.Positive(drive.TensionMarginN, path + ".tensionMarginN");
        double payloadN = reader.Positive(drive.PayloadWeightN, path + ".payloadWeightN");
        double toleranceN = reader.Positive(drive.TensionToleranceN, path + ".tensionToleranceN");

        // A blocked cable may hide one tolerance and what pulls at it another: when the pull ends, the cable must still be taut.
        if (!(minimumN + marginN + (2.0 * toleranceN) < payloadN && payloadN < maximumN - marginN))
        {
            reader.Fault(path + ".payloadWeightN", FormattableString.Invariant($"{payloadN}"), "a hanging source must lie inside the tension window, its margins and twice the tolerance", "correct the window, the tolerance or the weight");
        }

        return new CableDrive(
            PositiveMm(drive.AccelerationMPerS2, path + ".accelerationMPerS2"),
            PositiveMm(drive.BrakeMPerS2, path + ".brakeMPerS2"),
            drive.ParkPathM is { } parkPath ? MmPerM * reader.NonNegative(parkPath, path + ".parkPathM") : 0.0,
            PositiveMm(drive.MaximumCableLengthM, path + ".maximumCableLengthM"),
            payloadN,
            reader.NonNegative(drive.CableWeightNPerM, path + ".cableWeightNPerM"),
            reader.Positive(drive.CableStiffnessNPerMm, path + ".cableStiffnessNPerMm"),
            minimumN,
            maximumN,
            marginN,
            toleranceN,
            PositiveMm(drive.DrumRadiusM, path + ".drumRadiusM"),
            reader.Positive(drive.CableDiameterMm, path + ".cableDiameterMm"));
    }

    private double PositiveMm(Measured measuredM, string path) => MmPerM * reader.Positive(measuredM, path);
}
