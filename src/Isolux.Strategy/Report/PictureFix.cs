namespace Isolux.Strategy.Report;

/// <summary>A located source in a picture, seen along y.</summary>
/// <param name="Name">Its name.</param>
/// <param name="XM">First coordinate, m.</param>
/// <param name="ZM">Height, m.</param>
/// <param name="LongSigmaM">Longer standard error in the plane, m.</param>
/// <param name="ShortSigmaM">Shorter standard error in the plane, m.</param>
/// <param name="AngleDegrees">Direction of the longer one against x, degrees.</param>
public sealed record PictureFix(string Name, double XM, double ZM, double LongSigmaM, double ShortSigmaM, double AngleDegrees);
