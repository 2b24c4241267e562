using Isolux.Detector.Geometry;
using Isolux.Detector.Photosensors;
using Isolux.Simulation.Optics;

namespace Isolux.Simulation.Response;

/// <summary>
/// What the arrangement of the photosensors and opaque bars on the axis change of the direct light of a point, averaged over azimuth: the sum over <see cref="DirectRays"/> of
/// weight x (relative coverage where the ray ends - 1), a ray that meets a bar finding nothing.
/// </summary>
internal sealed class CoverageShape : ILightShape
{
    private const int RadialCells = 120;
    private const int PolarCells = 256;
    private const int Inclinations = 180;
    private const int Azimuths = 40;
    private static readonly double[] CosAzimuths = [.. Enumerable.Range(0, Azimuths).Select(i => Math.Cos(Math.PI * (i + 0.5) / Azimuths))];
    private readonly double _outerRadiusMm;
    private readonly float[] _table = new float[(RadialCells + 1) * (PolarCells + 1)];
    private readonly SensorCoverage _coverage;
    private readonly AxialBar[] _bars;
    private readonly DirectRays _rays;

    /// <param name="model">The shells.</param>
    /// <param name="wavelengthIndex">Which of the model's wavelengths.</param>
    /// <param name="coverage">Where sensors of one family stand.</param>
    /// <param name="bars">Bars on the axis.</param>
    /// <param name="outerRadiusMm">Radius of the scintillator, mm.</param>
    public CoverageShape(OpticalModel model, int wavelengthIndex, SensorCoverage coverage, IEnumerable<OpaqueBar> bars, double outerRadiusMm)
    {
        _outerRadiusMm = outerRadiusMm;
        _coverage = coverage;
        _bars = [.. bars.Select(bar => new AxialBar(bar))];
        _rays = new DirectRays(model, wavelengthIndex, coverage.RadiusMm);
        Parallel.For(0, RadialCells + 1, Fill);
    }

    public bool DependsOnAzimuth => false;

    public double At(double radiusMm, double polar, double azimuthTurns)
    {
        double r = Math.Min(1.0, radiusMm * radiusMm / (_outerRadiusMm * _outerRadiusMm)) * RadialCells;
        double v = polar / PolarCoordinate.Maximum * PolarCells;
        int radial = Math.Min((int)r, RadialCells - 1);
        int pole = Math.Min((int)v, PolarCells - 1);
        int row = (radial * (PolarCells + 1)) + pole;
        int next = row + PolarCells + 1;
        double low = _table[row] + ((v - pole) * (_table[row + 1] - _table[row]));
        double high = _table[next] + ((v - pole) * (_table[next + 1] - _table[next]));
        return low + ((r - radial) * (high - low));
    }

    private void Fill(int radial)
    {
        double radiusMm = _outerRadiusMm * Math.Sqrt((double)radial / RadialCells);
        int spheres = _rays.RadiiMm.Length;
        Span<double> angles = new double[spheres];
        Span<double> sines = new double[spheres];
        Span<double> sums = new double[PolarCells + 1];
        for (int i = 0; i < Inclinations; i++)
        {
            double angle = Math.PI * (i + 0.5) / Inclinations;
            double weight = _rays.Follow(radiusMm, angle, angles, sines) * Math.PI * Math.Sin(angle) / (2.0 * Inclinations * Azimuths);
            if (weight > 0)
            {
                RayCone cone = new(radiusMm, _rays.RadiiMm, angles);
                double reach = 1.0;
                foreach (AxialBar bar in _bars)
                {
                    reach = Math.Min(reach, bar.ReachCosine(cone));
                }

                for (int pole = 0; pole <= PolarCells; pole++)
                {
                    sums[pole] += weight * Sum(cone, reach, PolarCoordinate.ToCosTheta(PolarCoordinate.Maximum * pole / PolarCells));
                }
            }
        }

        for (int pole = 0; pole <= PolarCells; pole++)
        {
            _table[(radial * (PolarCells + 1)) + pole] = (float)sums[pole];
        }
    }

    // Half a turn is enough: both sides of the meridian of the point are alike.
    private double Sum(RayCone cone, double reach, double cosTheta)
    {
        double sinTheta = Math.Sqrt(1.0 - (cosTheta * cosTheta));
        double sum = 0;
        foreach (double cosAzimuth in CosAzimuths)
        {
            double end = (cosTheta * cone.EndCosine) + (sinTheta * cone.EndSine * cosAzimuth);
            bool hidden = Math.Abs(end) >= reach && MeetsBar(cone, cosTheta, sinTheta, cosAzimuth);
            sum += (hidden ? 0.0 : _coverage.At(end)) - 1.0;
        }

        return sum;
    }

    private bool MeetsBar(RayCone cone, double cosTheta, double sinTheta, double cosAzimuth)
    {
        foreach (AxialBar bar in _bars)
        {
            if (bar.Meets(cone, cosTheta, sinTheta, cosAzimuth))
            {
                return true;
            }
        }

        return false;
    }
}
