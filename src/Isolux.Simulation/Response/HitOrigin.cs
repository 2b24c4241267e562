namespace Isolux.Simulation.Response;

/// <summary>A point of light prepared for drawing hits: radius in mm, its place between two rows of the pattern, and its direction from the centre.</summary>
public readonly record struct HitOrigin(
    double RadiusMm,
    int LowerRow,
    float UpperFraction,
    float DirectionX,
    float DirectionY,
    float DirectionZ);
