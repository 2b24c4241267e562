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

    /// <summary>Periods of the dependence on azimuth in a full turn; 0 where there is none.</summary>
    public int AzimuthalOrder => _azimuthal.Length > 0 ? _grid.AzimuthalOrder : 0;

    /// <summary>Radius inside which nothing depends on azimuth, mm.</summary>
    public double AzimuthalInnerRadiusMm => _grid.AzimuthalInnerRadiusMm;

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
        double value = _grid.Axial(_axial, radiusMm, polar);
        if (_azimuthal.Length > 0 && radiusMm > _grid.AzimuthalInnerRadiusMm)
        {
            value += _grid.Azimuthal(_azimuthal, radiusMm, polar, Elementary64.Atan2Turn(yMm, xMm));
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
        double value = _grid.Axial(_axial, radiusMm, polar);
        if (_azimuthal.Length > 0 && radiusMm > _grid.AzimuthalInnerRadiusMm)
        {
            double sum = 0;
            for (int i = 0; i < _grid.AzimuthalCells; i++)
            {
                sum += _grid.Azimuthal(_azimuthal, radiusMm, polar, _grid.AzimuthTurns(i));
            }

            value += sum / _grid.AzimuthalCells;
        }

        return Math.Max(value, 0.0);
    }
}
