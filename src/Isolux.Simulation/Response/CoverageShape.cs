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
    private const int Rays = 6000;

    // Azimuths in steps of the golden ratio: every ray has an inclination of its own, so the rings of sensors do not beat with rays of the same inclination. Half a turn is enough, since both
    // sides of the meridian of the point are alike.
    private const double GoldenFraction = 0.6180339887498949;

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
        for (int i = 0; i < Rays; i++)
        {
            double angle = Math.PI * (i + 0.5) / Rays;
            double weight = _rays.Follow(radiusMm, angle, angles, sines) * Math.PI * Math.Sin(angle) / (2.0 * Rays);
            if (weight > 0)
            {
                RayCone cone = new(radiusMm, _rays.RadiiMm, angles);
                double reach = Reach(cone);
                double cosAzimuth = Math.Cos(Math.PI * (i * GoldenFraction % 1.0));
                for (int pole = 0; pole <= PolarCells; pole++)
                {
                    sums[pole] += weight * (Found(cone, reach, PolarCoordinate.ToCosTheta(PolarCoordinate.Maximum * pole / PolarCells), cosAzimuth) - 1.0);
                }
            }
        }

        for (int pole = 0; pole <= PolarCells; pole++)
        {
            _table[(radial * (PolarCells + 1)) + pole] = (float)sums[pole];
        }
    }

    private double Reach(RayCone cone)
    {
        double reach = 1.0;
        foreach (AxialBar bar in _bars)
        {
            reach = Math.Min(reach, bar.ReachCosine(cone));
        }

        return reach;
    }

    private double Found(RayCone cone, double reach, double cosTheta, double cosAzimuth)
    {
        double sinTheta = Math.Sqrt(1.0 - (cosTheta * cosTheta));
        double end = (cosTheta * cone.EndCosine) + (sinTheta * cone.EndSine * cosAzimuth);
        return Math.Abs(end) >= reach && MeetsBar(cone, cosTheta, sinTheta, cosAzimuth) ? 0.0 : _coverage.At(end);
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
