using System.Collections.Immutable;
using Isolux.Numerics.Elementary;
using Isolux.Quantities;

namespace Isolux.Simulation.Response;

/// <summary>
/// Probability that a scintillation photon made at a point ends as a photoelectron of one family of sensors, tabulated for event code:
/// a (radius, polar) table plus an azimuthal table for what breaks the symmetry about the axis. Linear interpolation in each coordinate.
/// </summary>
public sealed class LightMap
{
    private readonly float[] _axial;
    private readonly float[] _azimuthal;
    private readonly LightMapGrid _grid;

    internal LightMap(LightMapGrid grid, float[] axial, float[] azimuthal)
    {
        _grid = grid;
        _axial = axial;
        _azimuthal = azimuthal;
    }

    /// <summary>Radius of the scintillator, mm; the map is zero outside.</summary>
    public double OuterRadiusMm => _grid.OuterRadiusMm;

    internal LightMapGrid Grid => _grid;

    internal ImmutableArray<float> AxialTable => [.. _axial];

    internal ImmutableArray<float> AzimuthalTable => [.. _azimuthal];

    /// <summary>The map at a point.</summary>
    public double Evaluate(Position point) => Evaluate(point.XMm, point.YMm, point.ZMm);

    /// <summary>The map at Cartesian coordinates in mm; 0 outside the scintillator.</summary>
    public double Evaluate(double xMm, double yMm, double zMm)
    {
        double radiusMm = Math.Sqrt((xMm * xMm) + (yMm * yMm) + (zMm * zMm));
        if (radiusMm > _grid.OuterRadiusMm)
        {
            return 0.0;
        }

        double polar = PolarCoordinate.FromCosTheta(radiusMm > 0 ? zMm / radiusMm : 1.0);
        double value = Axial(radiusMm, polar);
        if (_azimuthal.Length > 0 && radiusMm > _grid.AzimuthalInnerRadiusMm)
        {
            value += Azimuthal(radiusMm, polar, Elementary64.Atan2Turn(yMm, xMm));
        }

        return Math.Max(value, 0.0);
    }

    /// <summary>The map averaged over azimuth, at radius (mm) and cos(theta); 0 outside the scintillator.</summary>
    public double AzimuthalMean(double radiusMm, double cosTheta)
    {
        if (radiusMm > _grid.OuterRadiusMm)
        {
            return 0.0;
        }

        double polar = PolarCoordinate.FromCosTheta(cosTheta);
        double value = Axial(radiusMm, polar);
        if (_azimuthal.Length > 0 && radiusMm > _grid.AzimuthalInnerRadiusMm)
        {
            double sum = 0;
            for (int i = 0; i < _grid.AzimuthalCells; i++)
            {
                sum += Azimuthal(radiusMm, polar, (double)i / (_grid.AzimuthalCells * _grid.AzimuthalOrder));
            }

            value += sum / _grid.AzimuthalCells;
        }

        return Math.Max(value, 0.0);
    }

    private double Axial(double radiusMm, double polar)
    {
        double r = radiusMm / _grid.OuterRadiusMm * _grid.RadialCells;
        double v = polar / PolarCoordinate.Maximum * _grid.PolarCells;
        int radial = Math.Min((int)r, _grid.RadialCells - 1);
        int pole = Math.Min((int)v, _grid.PolarCells - 1);
        double radialFraction = r - radial;
        double polarFraction = v - pole;
        int row = (radial * (_grid.PolarCells + 1)) + pole;
        int next = row + _grid.PolarCells + 1;
        double low = _axial[row] + (polarFraction * (_axial[row + 1] - _axial[row]));
        double high = _axial[next] + (polarFraction * (_axial[next + 1] - _axial[next]));
        return low + (radialFraction * (high - low));
    }

    private double Azimuthal(double radiusMm, double polar, double turns)
    {
        double r = (radiusMm - _grid.AzimuthalInnerRadiusMm) / (_grid.OuterRadiusMm - _grid.AzimuthalInnerRadiusMm) * _grid.AzimuthalRadialCells;
        double v = polar / PolarCoordinate.Maximum * _grid.AzimuthalPolarCells;
        double periods = turns * _grid.AzimuthalOrder;
        double cell = (periods - Math.Floor(periods)) * _grid.AzimuthalCells;
        int radial = Math.Min((int)r, _grid.AzimuthalRadialCells - 1);
        int pole = Math.Min((int)v, _grid.AzimuthalPolarCells - 1);
        int first = Math.Min((int)cell, _grid.AzimuthalCells - 1);
        int second = first + 1 == _grid.AzimuthalCells ? 0 : first + 1;
        int rowStride = _grid.AzimuthalCells;
        int planeStride = (_grid.AzimuthalPolarCells + 1) * rowStride;
        int origin = (radial * planeStride) + (pole * rowStride);
        double azimuthalFraction = cell - first;
        double polarFraction = v - pole;
        double lower = Bilinear(origin, rowStride, first, second, azimuthalFraction, polarFraction);
        double upper = Bilinear(origin + planeStride, rowStride, first, second, azimuthalFraction, polarFraction);
        return lower + ((r - radial) * (upper - lower));
    }

    private double Bilinear(int origin, int rowStride, int first, int second, double azimuthalFraction, double polarFraction)
    {
        int next = origin + rowStride;
        double low = _azimuthal[origin + first] + (azimuthalFraction * (_azimuthal[origin + second] - _azimuthal[origin + first]));
        double high = _azimuthal[next + first] + (azimuthalFraction * (_azimuthal[next + second] - _azimuthal[next + first]));
        return low + (polarFraction * (high - low));
    }
}
