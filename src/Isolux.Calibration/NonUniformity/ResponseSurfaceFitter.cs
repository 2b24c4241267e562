using Isolux.Numerics.Interpolation;

namespace Isolux.Calibration.NonUniformity;

/// <summary>
/// Joins ratios measured at points by a thin-plate spline in (r^3, cos theta). Radius and angle have no common scale: the response turns over within a metre where total reflection sets in,
/// along a whole sphere. Which scale fits is decided by the points themselves, by leaving each one out.
/// </summary>
/// <param name="referenceRadiusMm">R of x = (r/R)^3, mm.</param>
public sealed class ResponseSurfaceFitter(double referenceRadiusMm)
{
    private static readonly double[] Stretches = [1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0];

    /// <summary>Fits the surface.</summary>
    /// <param name="radiiMm">Radii of the points, mm.</param>
    /// <param name="cosThetas">Their cos(theta), as many.</param>
    /// <param name="ratioValues">Response over that at the centre.</param>
    /// <param name="errors">Standard errors of the ratios.</param>
    /// <exception cref="ArgumentException">Lengths differ, there are fewer than four points, or two coincide.</exception>
    public ThinPlateSplineFit Fit(double[] radiiMm, double[] cosThetas, double[] ratioValues, double[] errors)
    {
        double[] x = Array.ConvertAll(radiiMm, radiusMm => Math.Pow(radiusMm / referenceRadiusMm, 3));
        ThinPlateSplineFit[] fits = new ThinPlateSplineFit[Stretches.Length];
        Parallel.For(0, fits.Length, i => fits[i] = new ThinPlateSplineFit(x, cosThetas, ratioValues, errors, SmoothingSelection.UnbiasedRisk, Stretches[i]));
        return fits.MinBy(fit => fit.LeaveOneOutRms)!;
    }
}
