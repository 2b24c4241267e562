namespace Isolux.Detector.Documents;

/// <summary>Which part of a photosensor's ellipsoid exists.</summary>
public enum SensorShape
{
    /// <summary>The half towards the centre of the detector: a PMT's bulb.</summary>
    FrontHalf,

    /// <summary>All of it: a ball.</summary>
    WholeEllipsoid,
}
