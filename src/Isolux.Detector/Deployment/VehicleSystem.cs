namespace Isolux.Detector.Deployment;

/// <summary>
/// A self-driven vehicle on an umbilical (ROV): anywhere inside a sphere that the umbilical reaches in a straight line with some slack.
/// </summary>
/// <param name="Name">Name of the system.</param>
/// <param name="PositionAccuracyMm">Accuracy of a position, mm.</param>
/// <param name="SpeedMmPerMin">Speed, mm/min.</param>
/// <param name="MaximumRadiusMm">Largest distance from the centre, mm.</param>
/// <param name="EntryZMm">Height on the axis at which the umbilical enters, mm.</param>
/// <param name="UmbilicalLengthMm">Umbilical that can be paid out below the entry, mm.</param>
/// <param name="UmbilicalSlackFactor">Umbilical paid out over the straight distance; at least 1, so that it never pulls the vehicle.</param>
public sealed record VehicleSystem(
    string Name,
    double PositionAccuracyMm,
    double SpeedMmPerMin,
    double MaximumRadiusMm,
    double EntryZMm,
    double UmbilicalLengthMm,
    double UmbilicalSlackFactor)
    : DeploymentSystem(Name, PositionAccuracyMm, SpeedMmPerMin)
{
    /// <summary>Umbilical to pay out for a point (cylindrical coordinates), mm.</summary>
    public double UmbilicalAtMm(double rhoMm, double zMm)
    {
        double depthMm = EntryZMm - zMm;
        return UmbilicalSlackFactor * Math.Sqrt((rhoMm * rhoMm) + (depthMm * depthMm));
    }

    /// <inheritdoc/>
    public override bool CanReach(double rhoMm, double zMm) =>
        Math.Sqrt((rhoMm * rhoMm) + (zMm * zMm)) <= MaximumRadiusMm && UmbilicalAtMm(rhoMm, zMm) <= UmbilicalLengthMm;
}
