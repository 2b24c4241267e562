using Isolux.Detector.Geometry;
using Isolux.Quantities;

namespace Isolux.Simulation.Response;

/// <summary>
/// The summed solid angle of all bars of one kind, or of their feet, on the azimuthal grid of a <see cref="LightMap"/> (one azimuth for bars on the axis), linearly
/// interpolated. The same table serves the fit of the light map and its evaluation, so interpolation errors cancel.
/// </summary>
internal sealed class ShadowField
{
    private readonly LightMapGrid _grid;
    private readonly float[] _table;
    private readonly int _azimuthalNodes;

    public ShadowField(IReadOnlyList<OpaqueBar> bars, LightMapGrid grid, Func<OpaqueBar, Position, double> solidAngleFraction)
    {
        _grid = grid;
        OnAxis = AzimuthalSymmetry.OrderOf(bars) == 0;
        _azimuthalNodes = OnAxis ? 1 : grid.AzimuthalCells;
        _table = new float[(grid.AzimuthalRadialCells + 1) * (grid.AzimuthalPolarCells + 1) * _azimuthalNodes];
        Parallel.For(0, grid.AzimuthalRadialCells + 1, radial => Fill(radial, bars, solidAngleFraction));
    }

    /// <summary>Whether every bar lies on the axis, so that the field does not depend on azimuth.</summary>
    public bool OnAxis { get; }

    /// <summary>The field at radius (mm), polar coordinate and azimuth in turns (any real number); 0 inside the grid's inner radius.</summary>
    public double Evaluate(double radiusMm, double polar, double azimuthTurns)
    {
        double r = (radiusMm - _grid.AzimuthalInnerRadiusMm) / (_grid.OuterRadiusMm - _grid.AzimuthalInnerRadiusMm) * _grid.AzimuthalRadialCells;
        if (r <= 0)
        {
            return 0.0;
        }

        int radial = Math.Min((int)r, _grid.AzimuthalRadialCells - 1);
        double v = polar / PolarCoordinate.Maximum * _grid.AzimuthalPolarCells;
        int pole = Math.Min((int)v, _grid.AzimuthalPolarCells - 1);
        int first = 0;
        int second = 0;
        double azimuthalFraction = 0;
        if (!OnAxis)
        {
            double periods = azimuthTurns * _grid.AzimuthalOrder;
            double cell = (periods - Math.Floor(periods)) * _grid.AzimuthalCells;
            first = Math.Min((int)cell, _grid.AzimuthalCells - 1);
            azimuthalFraction = cell - first;
            second = first + 1 == _grid.AzimuthalCells ? 0 : first + 1;
        }

        double lower = Plane(radial, pole, v - pole, first, second, azimuthalFraction);
        double upper = Plane(radial + 1, pole, v - pole, first, second, azimuthalFraction);
        return lower + ((r - radial) * (upper - lower));
    }

    private double Plane(int radial, int pole, double polarFraction, int first, int second, double azimuthalFraction)
    {
        int row = ((radial * (_grid.AzimuthalPolarCells + 1)) + pole) * _azimuthalNodes;
        int next = row + _azimuthalNodes;
        double low = _table[row + first] + (azimuthalFraction * (_table[row + second] - _table[row + first]));
        double high = _table[next + first] + (azimuthalFraction * (_table[next + second] - _table[next + first]));
        return low + (polarFraction * (high - low));
    }

    private void Fill(int radial, IReadOnlyList<OpaqueBar> bars, Func<OpaqueBar, Position, double> solidAngleFraction)
    {
        for (int pole = 0; pole <= _grid.AzimuthalPolarCells; pole++)
        {
            double cosTheta = PolarCoordinate.ToCosTheta(_grid.AzimuthalPolar(pole));
            for (int azimuthal = 0; azimuthal < _azimuthalNodes; azimuthal++)
            {
                double phiRad = OnAxis ? 0.0 : 2.0 * Math.PI * _grid.AzimuthTurns(azimuthal);
                Position point = Position.FromSpherical(_grid.AzimuthalRadiusMm(radial), cosTheta, phiRad);
                double sum = 0;
                foreach (OpaqueBar bar in bars)
                {
                    sum += solidAngleFraction(bar, point);
                }

                _table[(((radial * (_grid.AzimuthalPolarCells + 1)) + pole) * _azimuthalNodes) + azimuthal] = (float)sum;
            }
        }
    }
}
