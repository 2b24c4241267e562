using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Detector.Deployment;
using Isolux.Quantities;

namespace Isolux.Campaign.Kinematics;

/// <summary>What can hold one source at a time: a system, or one loop of a system with several.</summary>
/// <param name="Index">Position in <see cref="Of"/>.</param>
/// <param name="Name">Name for people, e.g. "CLS 2".</param>
/// <param name="System">The system it belongs to.</param>
/// <param name="Drive">Drive of its cables.</param>
/// <param name="Kinematics">Its geometry and statics.</param>
public sealed record DeploymentUnit(int Index, string Name, DeploymentSystem System, CableDrive Drive, IDeploymentKinematics Kinematics)
{
    private const int PathSamples = 64;

    /// <summary>Whether the source goes where its one cable lets it, and nowhere else.</summary>
    public bool FollowsCable => Kinematics is { DriveCount: 1, Basis: PositionBasis.Cables };

    /// <summary>Whether the source swims.</summary>
    public bool Swims => Kinematics.Basis == PositionBasis.Ultrasound;

    /// <summary>Spools it can choose from; every one may hold a source of its own.</summary>
    public int Spools => System is AxisSystem { Turntable: { } table } ? table.Spools : 1;

    /// <summary>Largest cable lengths its controller must be given.</summary>
    public CableLengths Limits => new(Drive.MaximumCableLengthMm, Kinematics.DriveCount > 1 ? Drive.MaximumCableLengthMm : 0.0);

    /// <summary>The units of a detector; systems without a declared drive have none.</summary>
    public static ImmutableArray<DeploymentUnit> Of(DetectorDescription detector)
    {
        ArgumentNullException.ThrowIfNull(detector);
        var units = ImmutableArray.CreateBuilder<DeploymentUnit>();
        foreach (DeploymentSystem system in detector.Systems)
        {
            if (system.Drive is not { } drive)
            {
                continue;
            }

            switch (system)
            {
                case AxisSystem axis:
                    units.Add(new DeploymentUnit(units.Count, axis.Name, axis, drive, new AxisKinematics(axis, drive)));
                    break;
                case CableLoopSystem loop:
                    for (int anchor = 0; anchor < loop.Anchors.Length; anchor++)
                    {
                        units.Add(new DeploymentUnit(units.Count, $"{loop.Name} {anchor + 1}", loop, drive, new CableLoopKinematics(loop, drive, anchor)));
                    }

                    break;
                case VehicleSystem vehicle:
                    units.Add(new DeploymentUnit(units.Count, vehicle.Name, vehicle, drive, new VehicleKinematics(vehicle, drive)));
                    break;
                case GuideTubeSystem tube:
                    units.Add(new DeploymentUnit(units.Count, tube.Name, tube, drive, new GuideTubeKinematics(tube, drive)));
                    break;
            }
        }

        return units.ToImmutable();
    }

    /// <summary>Whether every point of a straight way but its beginning is admitted (64 samples).</summary>
    public bool AdmitsPath(Position from, Position to)
    {
        for (int i = 1; i <= PathSamples; i++)
        {
            if (!Kinematics.Admits(Between(from, to, (double)i / PathSamples)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The point at a fraction of a way: along the cable in a tube, along the straight line elsewhere.</summary>
    public Position Between(Position from, Position to, double fraction)
    {
        if (FollowsCable)
        {
            CableLengths start = Kinematics.LengthsAt(from);
            return Kinematics.PositionAt(start with { FirstMm = start.FirstMm + (fraction * (Kinematics.LengthsAt(to).FirstMm - start.FirstMm)) });
        }

        Position way = to - from;
        return from + new Position(fraction * way.XMm, fraction * way.YMm, fraction * way.ZMm);
    }
}
