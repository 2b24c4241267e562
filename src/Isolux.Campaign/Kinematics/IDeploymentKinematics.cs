using Isolux.Quantities;

namespace Isolux.Campaign.Kinematics;

/// <summary>How cables of a system place a source: pure geometry and statics.</summary>
/// <remarks>
/// | system | class |
/// |---|---|
/// | spool above the central axis | <see cref="AxisKinematics"/> |
/// | central and side cable in a half plane | <see cref="CableLoopKinematics"/> |
/// | cable in a tube along a great circle | <see cref="GuideTubeKinematics"/> |
/// | free vehicle on an umbilical | <see cref="VehicleKinematics"/> |
/// </remarks>
public interface IDeploymentKinematics
{
    /// <summary>Number of drives: 1 or 2.</summary>
    int DriveCount { get; }

    /// <summary>What says where the source is below the entrance.</summary>
    PositionBasis Basis => PositionBasis.Cables;

    /// <summary>Where the source is stored.</summary>
    Position Park { get; }

    /// <summary>Where the way from the storage position ends and free motion begins.</summary>
    Position Entrance { get; }

    /// <summary>Cable paid out for a position.</summary>
    CableLengths LengthsAt(Position position);

    /// <summary>Where the source hangs with this much cable paid out.</summary>
    Position PositionAt(CableLengths lengths);

    /// <summary>Tensions of a source at rest.</summary>
    CableTensions TensionsAt(Position position);

    /// <summary>Whether a source may be there: in reach or on the way to it, outside forbidden regions, with cable enough.</summary>
    bool Admits(Position position);
}
