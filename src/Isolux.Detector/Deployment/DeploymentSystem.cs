using System.Collections.Immutable;

namespace Isolux.Detector.Deployment;

/// <summary>A system that carries sources: how precisely it places them, how fast it moves, and where it can reach.</summary>
public abstract record DeploymentSystem(string Name, double PositionAccuracyMm, double SpeedMmPerMin)
{
    /// <summary>Drive of its cables; null where none is declared and nothing can be deployed.</summary>
    public CableDrive? Drive { get; init; }

    /// <summary>Where no source of this system may go, whatever its reach.</summary>
    public ImmutableArray<ForbiddenRegion> Forbidden { get; init; } = [];

    /// <summary>Whether the system can bring a source to this point (cylindrical coordinates, mm).</summary>
    public abstract bool CanReach(double rhoMm, double zMm);
}
