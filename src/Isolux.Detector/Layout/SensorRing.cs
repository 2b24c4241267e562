namespace Isolux.Detector.Layout;

/// <summary>A ring of equally spaced slots at one polar angle, some of them lost to support nodes.</summary>
/// <param name="ThetaRad">Polar angle, rad.</param>
/// <param name="RadiusMm">Distance of the sensors' equators from the centre, mm.</param>
/// <param name="Slots">Number of slots.</param>
/// <param name="Sensors">Number of slots that carry a sensor.</param>
public sealed record SensorRing(double ThetaRad, double RadiusMm, int Slots, int Sensors)
{
    /// <summary>Angle between neighbouring slots, rad.</summary>
    public double PitchRad => 2.0 * Math.PI / Slots;
}
