using Isolux.Detector.Deployment;

namespace Isolux.Campaign.Kinematics;

/// <summary>
/// Turns of a drum and cable paid out: turns lie on top of each other, so a drum with n turns left holds 2 pi (r n + d n^2 / 2) of cable (inner radius r,
/// diameter d of the cable).
/// </summary>
public sealed class CableSpool
{
    private readonly double _radiusMm;
    private readonly double _diameterMm;
    private readonly double _fullTurns;

    /// <summary>The spool of a drive, full when nothing is paid out.</summary>
    /// <param name="drive">The drive.</param>
    public CableSpool(CableDrive drive)
    {
        ArgumentNullException.ThrowIfNull(drive);
        (_radiusMm, _diameterMm) = (drive.DrumRadiusMm, drive.CableDiameterMm);
        FullLengthMm = drive.MaximumCableLengthMm;
        _fullTurns = TurnsOn(FullLengthMm);
    }

    /// <summary>Cable on the full drum, mm.</summary>
    public double FullLengthMm { get; }

    /// <summary>Turns of the drum since it was full.</summary>
    /// <param name="paidOutMm">Cable paid out, 0 to <see cref="FullLengthMm"/>, mm.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is not so much cable.</exception>
    public double Turns(double paidOutMm)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(paidOutMm);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(paidOutMm, FullLengthMm);
        return _fullTurns - TurnsOn(FullLengthMm - paidOutMm);
    }

    /// <summary>Cable paid out after so many turns, mm.</summary>
    public double PaidOutMm(double turns)
    {
        double left = _fullTurns - turns;
        return FullLengthMm - (Math.Tau * ((_radiusMm * left) + (0.5 * _diameterMm * left * left)));
    }

    private double TurnsOn(double lengthMm) =>
        (Math.Sqrt((_radiusMm * _radiusMm) + (_diameterMm * lengthMm / Math.PI)) - _radiusMm) / _diameterMm;
}
