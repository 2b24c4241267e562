using Isolux.Detector.Deployment;
using Isolux.Quantities;

namespace Isolux.Campaign.Kinematics;

/// <summary>
/// A source in a half plane between a central cable from O and a side cable that runs from O over the anchor A: straight cables with a sag
/// correction, tensions from static balance. Above O both cables hang straight and the source travels in the chimney.
/// </summary>
/// <remarks>
/// Paid out at S: central p + |OS|, side |OA| + |AS|, with p the way from the storage position to O. Balance T_c u_c + T_s u_s = W z, with W the payload and
/// half of both free cables (each end of a taut cable carries half of its weight).
/// </remarks>
public sealed class CableLoopKinematics : IDeploymentKinematics
{
    private const double MmPerM = 1000.0;
    private const double ToleranceMm = 1.0;
    private const double LeastTensionN = 0.1;
    private const double LeastCentralMm = 1e-6;
    private const double LeastMissMm = 1e-7;
    private const double LeastShare = 1e-3;
    private const double DifferenceMm = 0.01;
    private const double LeastSpanWeightsRatio = 2.0;
    private const double LeastSideWeightRatio = 0.5;
    private const int Iterations = 40;
    private readonly CableLoopSystem _loop;
    private readonly CableDrive _drive;
    private readonly CableAnchor _anchor;
    private readonly double _cosPhi;
    private readonly double _sinPhi;
    private readonly double _chordMm;
    private readonly double _sideAtEntranceMm;

    /// <summary>Kinematics of one loop.</summary>
    /// <param name="loop">The system.</param>
    /// <param name="drive">Its drive.</param>
    /// <param name="anchor">Which of its anchors; every further one lies in the half plane opposite to the one before.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such anchor.</exception>
    public CableLoopKinematics(CableLoopSystem loop, CableDrive drive, int anchor)
    {
        ArgumentNullException.ThrowIfNull(loop);
        ArgumentNullException.ThrowIfNull(drive);
        ArgumentOutOfRangeException.ThrowIfNegative(anchor);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(anchor, loop.Anchors.Length);
        _loop = loop with { Anchors = [loop.Anchors[anchor]] };
        _drive = drive;
        _anchor = loop.Anchors[anchor];
        double sign = anchor % 2 == 0 ? 1.0 : -1.0;
        (_cosPhi, _sinPhi) = (sign * Math.Cos(loop.PlanePhiRad), sign * Math.Sin(loop.PlanePhiRad));
        _chordMm = Length(_anchor.RhoMm - loop.ChimneyRhoMm, _anchor.ZMm - loop.ChimneyZMm);
        _sideAtEntranceMm = Lengths(loop.ChimneyRhoMm, loop.ChimneyZMm - ToleranceMm).SecondMm;
    }

    /// <inheritdoc/>
    public int DriveCount => 2;

    /// <inheritdoc/>
    public Position Park => InPlane(_loop.ChimneyRhoMm, _loop.ChimneyZMm + _drive.ParkPathMm);

    /// <inheritdoc/>
    public Position Entrance => InPlane(_loop.ChimneyRhoMm, _loop.ChimneyZMm);

    /// <summary>The point of this half plane at a distance from the axis and a height, mm.</summary>
    public Position InPlane(double rhoMm, double zMm) => new(rhoMm * _cosPhi, rhoMm * _sinPhi, zMm);

    /// <summary>How far a point lies beside the plane of the cables, mm.</summary>
    public double OutOfPlaneMm(Position position) => (position.YMm * _cosPhi) - (position.XMm * _sinPhi);

    /// <inheritdoc/>
    public CableLengths LengthsAt(Position position)
    {
        (double rhoMm, double zMm) = ToPlane(position);
        if (zMm >= _loop.ChimneyZMm - ToleranceMm)
        {
            double heightMm = zMm - _loop.ChimneyZMm;
            return new CableLengths(_drive.ParkPathMm - heightMm, _sideAtEntranceMm + heightMm);
        }

        return Lengths(rhoMm, zMm);
    }

    /// <inheritdoc/>
    public Position PositionAt(CableLengths lengths)
    {
        if (lengths.FirstMm <= _drive.ParkPathMm + ToleranceMm)
        {
            return InPlane(_loop.ChimneyRhoMm, _loop.ChimneyZMm + _drive.ParkPathMm - lengths.FirstMm);
        }

        // With more side cable out than it needs there, the source hangs right below O.
        double belowZMm = _loop.ChimneyZMm + _drive.ParkPathMm - lengths.FirstMm;
        if (lengths.SecondMm >= Lengths(_loop.ChimneyRhoMm, belowZMm).SecondMm)
        {
            return InPlane(_loop.ChimneyRhoMm, belowZMm);
        }

        // Newton's method from the point of straight cables; steps are halved until they lead closer.
        (double RhoMm, double ZMm) at = Intersect(lengths);
        CableLengths miss = Lengths(at.RhoMm, at.ZMm) - lengths;
        for (int i = 0; i < Iterations && Norm(miss) > LeastMissMm; i++)
        {
            CableLengths byRho = Lengths(at.RhoMm + DifferenceMm, at.ZMm) - lengths - miss;
            CableLengths byZ = Lengths(at.RhoMm, at.ZMm + DifferenceMm) - lengths - miss;
            double determinant = (byRho.FirstMm * byZ.SecondMm) - (byZ.FirstMm * byRho.SecondMm);
            double stepRhoMm = DifferenceMm * ((byZ.FirstMm * miss.SecondMm) - (byZ.SecondMm * miss.FirstMm)) / determinant;
            double stepZMm = DifferenceMm * ((byRho.SecondMm * miss.FirstMm) - (byRho.FirstMm * miss.SecondMm)) / determinant;
            double share = 1.0;
            CableLengths next = Lengths(at.RhoMm + stepRhoMm, at.ZMm + stepZMm) - lengths;
            while (!(Norm(next) < Norm(miss)) && share > LeastShare)
            {
                share *= 0.5;
                next = Lengths(at.RhoMm + (share * stepRhoMm), at.ZMm + (share * stepZMm)) - lengths;
            }

            at = (at.RhoMm + (share * stepRhoMm), at.ZMm + (share * stepZMm));
            miss = next;
        }

        return InPlane(at.RhoMm, at.ZMm);
    }

    /// <inheritdoc/>
    public CableTensions TensionsAt(Position position)
    {
        (double rhoMm, double zMm) = ToPlane(position);
        if (zMm >= _loop.ChimneyZMm - ToleranceMm)
        {
            double hangingM = (_drive.ParkPathMm - (zMm - _loop.ChimneyZMm)) / MmPerM;
            return new CableTensions(_drive.PayloadWeightN + (_drive.CableWeightNPerM * hangingM), 0.0);
        }

        return Balance(rhoMm, zMm);
    }

    /// <inheritdoc/>
    public bool Admits(Position position)
    {
        (double rhoMm, double zMm) = ToPlane(position);
        if (_loop.Forbidden.Any(region => region.Contains(position.RhoMm, zMm)) || Math.Abs(OutOfPlaneMm(position)) > ToleranceMm)
        {
            return false;
        }

        if (zMm >= _loop.ChimneyZMm - ToleranceMm)
        {
            return Math.Abs(rhoMm - _loop.ChimneyRhoMm) <= ToleranceMm && zMm <= Park.ZMm + ToleranceMm;
        }

        CableLengths lengths = LengthsAt(position);
        CableTensions tensions = TensionsAt(position);
        return (_loop.CanReach(rhoMm, zMm) || OnTheWay(rhoMm, zMm))
            && Math.Max(lengths.FirstMm, lengths.SecondMm) <= _drive.MaximumCableLengthMm
            && tensions.FirstN >= _drive.MinimumTensionN + _drive.TensionMarginN
            && Math.Max(tensions.FirstN, tensions.SecondN) <= _drive.MaximumTensionN - _drive.TensionMarginN;
    }

    private CableLengths Lengths(double rhoMm, double zMm)
    {
        CableLengths sag = SagAt(rhoMm, zMm);
        return new CableLengths(
            _drive.ParkPathMm + Length(rhoMm - _loop.ChimneyRhoMm, zMm - _loop.ChimneyZMm) + sag.FirstMm,
            _chordMm + Length(rhoMm - _anchor.RhoMm, zMm - _anchor.ZMm) + sag.SecondMm);
    }

    // Static balance in the half plane; a source right below O hangs on the central cable alone.
    private CableTensions Balance(double rhoMm, double zMm)
    {
        (double centralRhoMm, double centralZMm) = (_loop.ChimneyRhoMm - rhoMm, _loop.ChimneyZMm - zMm);
        (double sideRhoMm, double sideZMm) = (_anchor.RhoMm - rhoMm, _anchor.ZMm - zMm);
        double centralMm = Math.Max(Length(centralRhoMm, centralZMm), LeastCentralMm);
        double sideMm = Length(sideRhoMm, sideZMm);
        double weightN = _drive.PayloadWeightN + (0.5 * _drive.CableWeightNPerM * (centralMm + sideMm) / MmPerM);
        double determinant = ((centralRhoMm * sideZMm) - (sideRhoMm * centralZMm)) / (centralMm * sideMm);
        double centralN = -weightN * sideRhoMm / sideMm / determinant;
        double sideN = weightN * centralRhoMm / centralMm / determinant;
        return new CableTensions(centralN, Math.Max(sideN, 0.0));
    }

    // The parabola holds for taut cables: a side cable that pulls less than half of the payload keeps the excess of that tension, 2 cm at most.
    private CableLengths SagAt(double rhoMm, double zMm)
    {
        CableTensions tensions = Balance(rhoMm, zMm);
        return new CableLengths(
            Excess(rhoMm - _loop.ChimneyRhoMm, zMm - _loop.ChimneyZMm, tensions.FirstN),
            Excess(rhoMm - _anchor.RhoMm, zMm - _anchor.ZMm, Math.Max(tensions.SecondN, LeastSideWeightRatio * _drive.PayloadWeightN)));
    }

    private double Excess(double rhoMm, double zMm, double tensionN)
    {
        double spanN = _drive.CableWeightNPerM * Math.Abs(rhoMm) / MmPerM;
        return CableSag.ExcessMm(Length(rhoMm, zMm), Math.Abs(rhoMm), Math.Max(Math.Abs(tensionN), Math.Max(LeastTensionN, LeastSpanWeightsRatio * spanN)), _drive.CableWeightNPerM);
    }

    // The lower of the two points at these distances from O and A.
    private (double RhoMm, double ZMm) Intersect(CableLengths lengths)
    {
        double centralMm = Math.Max(lengths.FirstMm - _drive.ParkPathMm, 0.0);
        double sideMm = lengths.SecondMm - _chordMm;
        double alongMm = ((centralMm * centralMm) - (sideMm * sideMm) + (_chordMm * _chordMm)) / (2.0 * _chordMm);
        double belowMm = Math.Sqrt(Math.Max((centralMm * centralMm) - (alongMm * alongMm), 0.0));
        (double unitRho, double unitZ) = ((_anchor.RhoMm - _loop.ChimneyRhoMm) / _chordMm, (_anchor.ZMm - _loop.ChimneyZMm) / _chordMm);
        return (_loop.ChimneyRhoMm + (alongMm * unitRho) + (belowMm * unitZ), _loop.ChimneyZMm + (alongMm * unitZ) - (belowMm * unitRho));
    }

    // Straight ways from the entrance may pass the first centimetres beside the axis, where the reach of points begins.
    private bool OnTheWay(double rhoMm, double zMm) => Math.Abs(rhoMm - _loop.ChimneyRhoMm) <= ToleranceMm && zMm > -_loop.MaximumRadiusMm;

    private (double RhoMm, double ZMm) ToPlane(Position position) => ((position.XMm * _cosPhi) + (position.YMm * _sinPhi), position.ZMm);

    private static double Norm(CableLengths lengths) => Length(lengths.FirstMm, lengths.SecondMm);

    private static double Length(double rhoMm, double zMm) => Math.Sqrt((rhoMm * rhoMm) + (zMm * zMm));
}
