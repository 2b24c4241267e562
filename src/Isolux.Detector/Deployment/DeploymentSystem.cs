namespace Isolux.Detector.Deployment;

/// <summary>A system that carries sources: how precisely it places them, how fast it moves, and where it can reach.</summary>
public abstract record DeploymentSystem(string Name, double PositionAccuracyMm, double SpeedMmPerMin)
{
    /// <summary>Whether the system can bring a source to this point (cylindrical coordinates, mm).</summary>
    public abstract bool CanReach(double rhoMm, double zMm);
}
