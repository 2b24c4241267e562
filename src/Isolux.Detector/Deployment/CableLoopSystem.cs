namespace Isolux.Detector.Deployment;

/// <summary>
/// Two cables moving a source in a half plane (CLS): the source hangs below the chord from the chimney to the anchor, with the side cable at
/// least a given angle off the vertical, for at least one of the anchors.
/// </summary>
/// <param name="Name">Name of the system.</param>
/// <param name="PositionAccuracyMm">Accuracy of a position, mm.</param>
/// <param name="SpeedMmPerMin">Effective speed, mm/min.</param>
/// <param name="Anchors">The anchors on the wall.</param>
/// <param name="ChimneyRhoMm">Radius at which the central cable enters, mm.</param>
/// <param name="ChimneyZMm">Height at which the central cable enters, mm.</param>
/// <param name="MinimumSideCableAngleRad">Least angle of the side cable to the vertical, rad.</param>
/// <param name="MaximumRadiusMm">Largest distance from the centre, mm.</param>
/// <param name="PlanePhiRad">Azimuth of the half plane, rad (its opposite carries the second loop).</param>
public sealed record CableLoopSystem(
    string Name,
    double PositionAccuracyMm,
    double SpeedMmPerMin,
    System.Collections.Immutable.ImmutableArray<CableAnchor> Anchors,
    double ChimneyRhoMm,
    double ChimneyZMm,
    double MinimumSideCableAngleRad,
    double MaximumRadiusMm,
    double PlanePhiRad)
    : DeploymentSystem(Name, PositionAccuracyMm, SpeedMmPerMin)
{
    /// <inheritdoc/>
    public override bool CanReach(double rhoMm, double zMm)
    {
        if (rhoMm < 0 || Math.Sqrt((rhoMm * rhoMm) + (zMm * zMm)) > MaximumRadiusMm)
        {
            return false;
        }

        foreach (CableAnchor anchor in Anchors)
        {
            double chordZMm = ChimneyZMm + ((anchor.ZMm - ChimneyZMm) * (rhoMm - ChimneyRhoMm) / (anchor.RhoMm - ChimneyRhoMm));
            bool belowChord = zMm <= chordZMm;
            bool sideCableClear = rhoMm <= anchor.RhoMm - ((anchor.ZMm - zMm) * Math.Tan(MinimumSideCableAngleRad));
            if (belowChord && sideCableClear)
            {
                return true;
            }
        }

        return false;
    }
}
