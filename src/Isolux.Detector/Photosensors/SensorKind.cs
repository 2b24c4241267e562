namespace Isolux.Detector.Photosensors;

/// <summary>The family a photosensor belongs to; light yields and resolutions count the large ones.</summary>
public enum SensorKind
{
    /// <summary>Large PMT (20-inch in JUNO).</summary>
    Lpmt,

    /// <summary>Small PMT (3-inch in JUNO).</summary>
    Spmt,
}
