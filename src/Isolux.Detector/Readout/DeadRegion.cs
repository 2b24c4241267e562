namespace Isolux.Detector.Readout;

/// <summary>Where dead large PMTs lie.</summary>
public enum DeadRegion
{
    /// <summary>Drawn at random among all.</summary>
    All,

    /// <summary>Drawn at random among those with x above 0.</summary>
    PositiveX,

    /// <summary>Those nearest to the equator at azimuth 0: one compact patch.</summary>
    EquatorialPatch,
}
