namespace Isolux.Simulation.Response;

/// <summary>A point of light prepared for drawing hits: radius in mm, its place between two radial cells, and its direction from the centre.</summary>
public readonly record struct HitOrigin(
    double RadiusMm,
    int LowerRadialCell,
    float UpperFraction,
    float DirectionX,
    float DirectionY,
    float DirectionZ);
