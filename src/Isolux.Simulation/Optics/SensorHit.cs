namespace Isolux.Simulation.Optics;

/// <summary>A path meets a photosensor.</summary>
/// <param name="Sensor">Index of the sensor; -1 where none is met.</param>
/// <param name="DistanceMm">Distance along the path; its length where none is met.</param>
/// <param name="CosPolar">Cosine of the polar angle of the hit point seen from the bulb's centre (1 = apex), or <see cref="Back"/>.</param>
internal readonly record struct SensorHit(int Sensor, float DistanceMm, float CosPolar)
{
    /// <summary>Stands for the opaque back of a half bulb.</summary>
    public const float Back = -2.0f;
}
