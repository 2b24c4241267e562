using Isolux.Detector.Deployment;
using Isolux.Quantities;

namespace Isolux.Campaign.Kinematics;

/// <summary>A source drawn through a tube along a great circle: cable paid out is the way to the tube and the arc from its upper end.</summary>
public sealed class GuideTubeKinematics : IDeploymentKinematics
{
    private const double ToleranceMm = 30.0;
    private readonly GuideTubeSystem _tube;
    private readonly CableDrive _drive;
    private readonly double _cosPhi;
    private readonly double _sinPhi;

    /// <summary>Kinematics of the first half of a tube.</summary>
    /// <param name="tube">The system.</param>
    /// <param name="drive">Its drive.</param>
    public GuideTubeKinematics(GuideTubeSystem tube, CableDrive drive)
    {
        ArgumentNullException.ThrowIfNull(tube);
        ArgumentNullException.ThrowIfNull(drive);
        (_tube, _drive) = (tube, drive);
        (_cosPhi, _sinPhi) = (Math.Cos(tube.PhisRad[0]), Math.Sin(tube.PhisRad[0]));
    }

    /// <inheritdoc/>
    public int DriveCount => 1;

    /// <inheritdoc/>
    public Position Park => Entrance with { ZMm = Entrance.ZMm + _drive.ParkPathMm };

    /// <inheritdoc/>
    public Position Entrance => OnArc(_tube.MinimumThetaRad);

    /// <summary>Length of the arc from the upper end of the tube to a polar angle, mm.</summary>
    public double ArcMm(double thetaRad) => _tube.TubeRadiusMm * (thetaRad - _tube.MinimumThetaRad);

    /// <inheritdoc/>
    public CableLengths LengthsAt(Position position) => IsAboveTube(position)
        ? new CableLengths(_drive.ParkPathMm - (position.ZMm - Entrance.ZMm), 0.0)
        : new CableLengths(_drive.ParkPathMm + ArcMm(Math.Atan2(position.RhoMm, position.ZMm)), 0.0);

    /// <inheritdoc/>
    public Position PositionAt(CableLengths lengths)
    {
        double arcMm = lengths.FirstMm - _drive.ParkPathMm;
        return arcMm < 0.0
            ? Entrance with { ZMm = Entrance.ZMm - arcMm }
            : OnArc(_tube.MinimumThetaRad + (arcMm / _tube.TubeRadiusMm));
    }

    /// <inheritdoc/>
    /// <remarks>The cable is drawn against friction, taken as the declared payload weight everywhere.</remarks>
    public CableTensions TensionsAt(Position position) => new(_drive.PayloadWeightN, 0.0);

    /// <inheritdoc/>
    public bool Admits(Position position)
    {
        double lengthMm = LengthsAt(position).FirstMm;
        bool inTube = IsAboveTube(position) || _tube.CanReach(position.RhoMm, position.ZMm);
        bool forbidden = !IsAboveTube(position) && _tube.Forbidden.Any(region => region.Contains(position.RhoMm, position.ZMm));
        return inTube && !forbidden && lengthMm >= -ToleranceMm && lengthMm <= _drive.MaximumCableLengthMm;
    }

    private bool IsAboveTube(Position position) =>
        position.ZMm > Entrance.ZMm && Math.Abs(position.RhoMm - Entrance.RhoMm) < ToleranceMm;

    private Position OnArc(double thetaRad)
    {
        double rhoMm = _tube.TubeRadiusMm * Math.Sin(thetaRad);
        return new Position(rhoMm * _cosPhi, rhoMm * _sinPhi, _tube.TubeRadiusMm * Math.Cos(thetaRad));
    }
}
