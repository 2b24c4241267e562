namespace Isolux.Detector.Deployment;

/// <summary>A ring of space no source may enter, borders included (cylindrical coordinates, mm).</summary>
public sealed record ForbiddenRegion(string Name, double MinimumRhoMm, double MaximumRhoMm, double MinimumZMm, double MaximumZMm)
{
    /// <summary>Whether a point lies inside (cylindrical coordinates, mm).</summary>
    public bool Contains(double rhoMm, double zMm) =>
        rhoMm >= MinimumRhoMm && rhoMm <= MaximumRhoMm && zMm >= MinimumZMm && zMm <= MaximumZMm;
}
