namespace Isolux.Detector.Deployment;

/// <summary>A tube along a great circle on the outside of the vessel (GTCS).</summary>
/// <param name="Name">Name of the system.</param>
/// <param name="PositionAccuracyMm">Accuracy of a position, mm.</param>
/// <param name="SpeedMmPerMin">Speed along the tube, mm/min.</param>
/// <param name="TubeRadiusMm">Distance of the tube from the centre, mm.</param>
/// <param name="MinimumThetaRad">Smallest polar angle of the tube, rad.</param>
/// <param name="MaximumThetaRad">Largest polar angle of the tube, rad.</param>
/// <param name="PhisRad">Azimuths of the tube's two halves, rad.</param>
public sealed record GuideTubeSystem(
    string Name,
    double PositionAccuracyMm,
    double SpeedMmPerMin,
    double TubeRadiusMm,
    double MinimumThetaRad,
    double MaximumThetaRad,
    System.Collections.Immutable.ImmutableArray<double> PhisRad)
    : DeploymentSystem(Name, PositionAccuracyMm, SpeedMmPerMin)
{
    private const double ToleranceMm = 30.0;
    private const double ToleranceRad = 2e-3;

    /// <inheritdoc/>
    public override bool CanReach(double rhoMm, double zMm)
    {
        double thetaRad = Math.Atan2(rhoMm, zMm);
        return Math.Abs(Math.Sqrt((rhoMm * rhoMm) + (zMm * zMm)) - TubeRadiusMm) <= ToleranceMm
            && thetaRad >= MinimumThetaRad - ToleranceRad
            && thetaRad <= MaximumThetaRad + ToleranceRad;
    }
}
