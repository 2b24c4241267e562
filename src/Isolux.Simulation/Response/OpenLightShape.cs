namespace Isolux.Simulation.Response;

/// <summary>
/// Direct light that leaves the shells, against radius, relative to the centre. Beyond the radius where total reflection sets in it falls like a square root, blurred only by dispersion, which no
/// smooth basis in radius follows.
/// </summary>
internal sealed class OpenLightShape : ILightShape
{
    private const int Rays = 1000;
    private readonly LightMapGrid _grid;
    private readonly double[] _table;

    public OpenLightShape(DirectSpectrum spectrum, LightMapGrid grid)
    {
        _grid = grid;
        _table = new double[grid.RadialCells + 1];
        Parallel.For(0, _table.Length, radial => _table[radial] = Arriving(spectrum, grid.RadiusMm(radial)));
    }

    public bool DependsOnAzimuth => false;

    public double At(double radiusMm, double polar, double azimuthTurns)
    {
        double r = _grid.RadialRow(radiusMm);
        int radial = Math.Min((int)r, _grid.RadialCells - 1);
        return _table[radial] + ((r - radial) * (_table[radial + 1] - _table[radial]));
    }

    private static double Arriving(DirectSpectrum spectrum, double radiusMm)
    {
        Span<double> scratch = new double[spectrum.Colours[0].RadiiMm.Length];
        double sum = 0;
        foreach (DirectRays rays in spectrum.Colours)
        {
            for (int i = 0; i < Rays; i++)
            {
                sum += rays.Follow(radiusMm, Math.Acos(1.0 - (((2.0 * i) + 1.0) / Rays)), scratch, scratch);
            }
        }

        return sum / (Rays * spectrum.Total);
    }
}
