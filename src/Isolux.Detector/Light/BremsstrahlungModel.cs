namespace Isolux.Detector.Light;

/// <summary>Whether electrons radiate hard photons.</summary>
public enum BremsstrahlungModel
{
    /// <summary>No radiative loss at all.</summary>
    Off,

    /// <summary>Explicit photons above the cut, continuous loss below.</summary>
    ExplicitAboveCut,
}
