namespace Isolux.Detector.Building;

/// <summary>Degrees of the documents into radians of the program.</summary>
internal static class Angles
{
    /// <summary>Radians of an angle in degrees.</summary>
    public static double ToRad(double degrees) => degrees * (Math.PI / 180.0);
}
