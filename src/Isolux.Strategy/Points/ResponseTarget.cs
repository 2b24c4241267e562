using Isolux.Strategy.Response;

namespace Isolux.Strategy.Points;

/// <summary>Where and to what the surface is wanted: the mean response to positrons over azimuth, in cells of equal volume of the fiducial volume.</summary>
/// <param name="RadiusMm">Radii of the cells, mm.</param>
/// <param name="CosTheta">Their cos(theta).</param>
/// <param name="Ratio">Response there over that at the centre.</param>
internal sealed record ResponseTarget(double[] RadiusMm, double[] CosTheta, double[] Ratio)
{
    private const int RadialCells = 48;
    private const int PolarCells = 32;

    public static ResponseTarget Of(FoldedResponse positrons, double fiducialRadiusMm)
    {
        int cells = RadialCells * PolarCells;
        double[] radiusMm = new double[cells];
        double[] cosTheta = new double[cells];
        double[] ratio = new double[cells];
        for (int i = 0; i < cells; i++)
        {
            radiusMm[i] = fiducialRadiusMm * Math.Cbrt(((i / PolarCells) + 0.5) / RadialCells);
            cosTheta[i] = (2.0 * ((i % PolarCells) + 0.5) / PolarCells) - 1.0;
            ratio[i] = positrons.EvaluateAzimuthalMean(radiusMm[i], cosTheta[i]);
        }

        return new ResponseTarget(radiusMm, cosTheta, ratio);
    }
}
