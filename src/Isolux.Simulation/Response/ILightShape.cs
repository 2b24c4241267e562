namespace Isolux.Simulation.Response;

/// <summary>A shape that geometry gives to a light map; how strongly it counts at each radius is fitted.</summary>
internal interface ILightShape
{
    /// <summary>Whether the shape depends on azimuth; such a shape is 0 inside the azimuthal inner radius of the grid.</summary>
    bool DependsOnAzimuth { get; }

    /// <summary>The shape at radius (mm), polar coordinate and azimuth in turns (any real number).</summary>
    double At(double radiusMm, double polar, double azimuthTurns);
}
