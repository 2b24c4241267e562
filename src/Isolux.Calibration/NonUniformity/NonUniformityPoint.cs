using Isolux.Calibration.Peaks;
using Isolux.Quantities;

namespace Isolux.Calibration.NonUniformity;

/// <summary>One calibration point of the surface g(r, theta).</summary>
/// <param name="System">Deployment system.</param>
/// <param name="Nominal">Where the source was.</param>
/// <param name="RadiusMm">Radius at which the point enters the surface (light-weighted mean of full events), mm.</param>
/// <param name="CosTheta">cos(theta) at which it enters.</param>
/// <param name="Ratio">Dark-subtracted peak over the dark-subtracted peak at the centre.</param>
/// <param name="Error">Statistical error of the ratio (the centre's error, common to all points, excluded).</param>
/// <param name="Peak">The fitted peak, PE with dark noise.</param>
/// <param name="RefusedBecause">Why the point does not enter the surface; null where it does.</param>
public sealed record NonUniformityPoint(
    string System,
    Position Nominal,
    double RadiusMm,
    double CosTheta,
    double Ratio,
    double Error,
    PeakFit Peak,
    string? RefusedBecause = null)
{
    /// <summary>Error of the ratio because the source may not be where it is believed to be: |grad g| times the error of its position; 0 where positions are taken as exact.</summary>
    public double PositionError { get; init; }

    /// <summary>Both errors in quadrature: the weight of the point in the surface.</summary>
    public double TotalError => Math.Sqrt((Error * Error) + (PositionError * PositionError));
}
