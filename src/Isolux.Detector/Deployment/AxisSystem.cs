namespace Isolux.Detector.Deployment;

/// <summary>Sources lowered along the central axis (ACU): |z| up to a limit, from a park position above the centre.</summary>
public sealed record AxisSystem(string Name, double PositionAccuracyMm, double SpeedMmPerMin, double MaximumAbsZMm, double ParkZMm)
    : DeploymentSystem(Name, PositionAccuracyMm, SpeedMmPerMin)
{
    /// <summary>Its spools; null where it has one only.</summary>
    public Turntable? Turntable { get; init; }

    /// <inheritdoc/>
    public override bool CanReach(double rhoMm, double zMm) => rhoMm <= 1.0 && Math.Abs(zMm) <= MaximumAbsZMm;
}
