namespace Isolux.Detector.Capsules;

/// <summary>A solid cylinder about the vertical axis through a source; heights are counted from the middle of the source.</summary>
/// <param name="RadiusMm">Radius, mm.</param>
/// <param name="LowMm">Height of the lower face, mm.</param>
/// <param name="HighMm">Height of the upper face, mm.</param>
public readonly record struct UprightCylinder(double RadiusMm, double LowMm, double HighMm)
{
    /// <summary>A cylinder of a diameter and a height in mm about a height in mm.</summary>
    public static UprightCylinder About(double middleMm, double diameterMm, double heightMm) =>
        new(0.5 * diameterMm, middleMm - (0.5 * heightMm), middleMm + (0.5 * heightMm));

    /// <summary>This cylinder with a layer of the same thickness in mm on all sides.</summary>
    public UprightCylinder Covered(double thicknessMm) => new(RadiusMm + thicknessMm, LowMm - thicknessMm, HighMm + thicknessMm);
}
