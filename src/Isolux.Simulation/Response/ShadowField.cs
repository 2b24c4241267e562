using Isolux.Detector.Geometry;

namespace Isolux.Simulation.Response;

/// <summary>
/// What all bars of one kind, or their feet, take of a point's direct light, on the azimuthal grid of a <see cref="LightMap"/>, linearly interpolated. The same table serves the
/// fit of the light map and its evaluation, so interpolation errors cancel.
/// </summary>
internal sealed class ShadowField : ILightShape
{
    private readonly LightMapGrid _grid;
    private readonly float[] _table;
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly double[] _z;

    /// <param name="bars">Bars along radii.</param>
    /// <param name="grid">The grid.</param>
    /// <param name="kernel">Share that one bar takes, against the radial node of the grid and the half chord sin(angle/2) between point and bar.</param>
    public ShadowField(IReadOnlyList<OpaqueBar> bars, LightMapGrid grid, Func<int, double, double> kernel)
    {
        _grid = grid;
        _x = [.. bars.Select(bar => bar.End.XMm / bar.End.RadiusMm)];
        _y = [.. bars.Select(bar => bar.End.YMm / bar.End.RadiusMm)];
        _z = [.. bars.Select(bar => bar.End.ZMm / bar.End.RadiusMm)];
        _table = new float[(grid.AzimuthalRadialCells + 1) * (grid.AzimuthalPolarCells + 1) * grid.AzimuthalCells];
        Parallel.For(0, grid.AzimuthalPolarCells + 1, pole => Fill(pole, kernel));
    }

    public bool DependsOnAzimuth => true;

    public double At(double radiusMm, double polar, double azimuthTurns) => _grid.Azimuthal(_table, radiusMm, polar, azimuthTurns);

    // Angles between directions and bars do not depend on radius.
    private void Fill(int pole, Func<int, double, double> kernel)
    {
        double cosTheta = PolarCoordinate.ToCosTheta(_grid.AzimuthalPolar(pole));
        double sinTheta = Math.Sqrt(1.0 - (cosTheta * cosTheta));
        double[] halfChords = new double[_x.Length];
        for (int azimuthal = 0; azimuthal < _grid.AzimuthalCells; azimuthal++)
        {
            (double sine, double cosine) = Math.SinCos(2.0 * Math.PI * _grid.AzimuthTurns(azimuthal));
            for (int bar = 0; bar < halfChords.Length; bar++)
            {
                double dot = (sinTheta * ((cosine * _x[bar]) + (sine * _y[bar]))) + (cosTheta * _z[bar]);
                halfChords[bar] = Math.Sqrt(Math.Max(0.0, 0.5 * (1.0 - dot)));
            }

            for (int radial = 0; radial <= _grid.AzimuthalRadialCells; radial++)
            {
                double sum = 0;
                foreach (double halfChord in halfChords)
                {
                    sum += kernel(radial, halfChord);
                }

                _table[(((radial * (_grid.AzimuthalPolarCells + 1)) + pole) * _grid.AzimuthalCells) + azimuthal] = (float)sum;
            }
        }
    }
}
