namespace Isolux.Simulation.Response;

/// <summary>Shape of the tables of a <see cref="LightMap"/>: lengths in mm, cells per axis, and the order of the azimuthal symmetry.</summary>
internal sealed record LightMapGrid(double OuterRadiusMm, double AzimuthalInnerRadiusMm, int AzimuthalOrder)
{
    public int RadialCells => 354;

    public int PolarCells => 512;

    public int AzimuthalRadialCells => 40;

    public int AzimuthalPolarCells => 140;

    public int AzimuthalCells => 36;

    public double RadiusMm(int node) => OuterRadiusMm * node / RadialCells;

    public double Polar(int node) => PolarCoordinate.Maximum * node / PolarCells;

    public double AzimuthalRadiusMm(int node) => AzimuthalInnerRadiusMm + ((OuterRadiusMm - AzimuthalInnerRadiusMm) * node / AzimuthalRadialCells);

    public double AzimuthalPolar(int node) => PolarCoordinate.Maximum * node / AzimuthalPolarCells;

    public double AzimuthTurns(int node) => (double)node / (AzimuthalCells * AzimuthalOrder);
}
