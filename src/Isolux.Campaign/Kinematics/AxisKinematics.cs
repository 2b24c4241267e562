using Isolux.Detector.Deployment;
using Isolux.Quantities;

namespace Isolux.Campaign.Kinematics;

/// <summary>A spool above the central axis: height is park height less cable; the cable carries the source and its own weight.</summary>
public sealed class AxisKinematics : IDeploymentKinematics
{
    private const double MmPerM = 1000.0;
    private const double ToleranceMm = 1.0;
    private readonly AxisSystem _axis;
    private readonly CableDrive _drive;

    /// <summary>Kinematics of an axis system.</summary>
    /// <param name="axis">The system.</param>
    /// <param name="drive">Its drive.</param>
    public AxisKinematics(AxisSystem axis, CableDrive drive)
    {
        ArgumentNullException.ThrowIfNull(axis);
        ArgumentNullException.ThrowIfNull(drive);
        (_axis, _drive) = (axis, drive);
    }

    /// <inheritdoc/>
    public int DriveCount => 1;

    /// <inheritdoc/>
    public Position Park => new(0.0, 0.0, _axis.ParkZMm);

    /// <inheritdoc/>
    public Position Entrance => new(0.0, 0.0, _axis.MaximumAbsZMm);

    /// <inheritdoc/>
    public CableLengths LengthsAt(Position position) => new(_axis.ParkZMm - position.ZMm, 0.0);

    /// <inheritdoc/>
    public Position PositionAt(CableLengths lengths) => new(0.0, 0.0, _axis.ParkZMm - lengths.FirstMm);

    /// <inheritdoc/>
    public CableTensions TensionsAt(Position position) =>
        new(_drive.PayloadWeightN + (_drive.CableWeightNPerM * (_axis.ParkZMm - position.ZMm) / MmPerM), 0.0);

    /// <inheritdoc/>
    public bool Admits(Position position) =>
        position.RhoMm <= ToleranceMm
        && position.ZMm >= -_axis.MaximumAbsZMm - ToleranceMm
        && position.ZMm <= _axis.ParkZMm + ToleranceMm
        && LengthsAt(position).FirstMm <= _drive.MaximumCableLengthMm
        && !_axis.Forbidden.Any(region => region.Contains(position.RhoMm, position.ZMm));
}
