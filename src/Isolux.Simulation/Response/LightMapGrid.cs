namespace Isolux.Simulation.Response;

/// <summary>
/// Shape of the tables of a <see cref="LightMap"/>: lengths in mm, cells per axis, and the order of the azimuthal symmetry. Nodes are even in r^2, as dense again at the edge as in the middle.
/// </summary>
internal sealed record LightMapGrid(double OuterRadiusMm, double AzimuthalInnerRadiusMm, int AzimuthalOrder)
{
    public int RadialCells => 442;

    public int PolarCells => 512;

    public int AzimuthalRadialCells => 40;

    public int AzimuthalPolarCells => 200;

    public int AzimuthalCells => 48;

    public double RadiusMm(int node) => OuterRadiusMm * Math.Sqrt((double)node / RadialCells);

    /// <summary>The inverse of <see cref="RadiusMm"/>: which node, as a real number.</summary>
    public double RadialRow(double radiusMm) => Math.Min(1.0, radiusMm * radiusMm / (OuterRadiusMm * OuterRadiusMm)) * RadialCells;

    public double Polar(int node) => PolarCoordinate.Maximum * node / PolarCells;

    public double AzimuthalRadiusMm(int node)
    {
        double inner2 = AzimuthalInnerRadiusMm * AzimuthalInnerRadiusMm;
        return Math.Sqrt(inner2 + (((OuterRadiusMm * OuterRadiusMm) - inner2) * node / AzimuthalRadialCells));
    }

    /// <summary>The inverse of <see cref="AzimuthalRadiusMm"/>; negative inside the inner radius.</summary>
    public double AzimuthalRow(double radiusMm)
    {
        double inner2 = AzimuthalInnerRadiusMm * AzimuthalInnerRadiusMm;
        return ((radiusMm * radiusMm) - inner2) / ((OuterRadiusMm * OuterRadiusMm) - inner2) * AzimuthalRadialCells;
    }

    public double AzimuthalPolar(int node) => PolarCoordinate.Maximum * node / AzimuthalPolarCells;

    public double AzimuthTurns(int node) => (double)node / (AzimuthalCells * AzimuthalOrder);

    /// <summary>A table on (radius, polar coordinate), linearly interpolated.</summary>
    public double Axial(float[] table, double radiusMm, double polar)
    {
        double r = RadialRow(radiusMm);
        double v = polar / PolarCoordinate.Maximum * PolarCells;
        int radial = Math.Min((int)r, RadialCells - 1);
        int pole = Math.Min((int)v, PolarCells - 1);
        double polarFraction = v - pole;
        int row = (radial * (PolarCells + 1)) + pole;
        int next = row + PolarCells + 1;
        double low = table[row] + (polarFraction * (table[row + 1] - table[row]));
        double high = table[next] + (polarFraction * (table[next + 1] - table[next]));
        return low + ((r - radial) * (high - low));
    }

    /// <summary>A table on (radius, polar coordinate, azimuth in turns), linearly interpolated; 0 inside the inner radius.</summary>
    public double Azimuthal(float[] table, double radiusMm, double polar, double turns)
    {
        double r = AzimuthalRow(radiusMm);
        if (r <= 0)
        {
            return 0.0;
        }

        double v = polar / PolarCoordinate.Maximum * AzimuthalPolarCells;
        double periods = turns * AzimuthalOrder;
        double cell = (periods - Math.Floor(periods)) * AzimuthalCells;
        int radial = Math.Min((int)r, AzimuthalRadialCells - 1);
        int pole = Math.Min((int)v, AzimuthalPolarCells - 1);
        int first = Math.Min((int)cell, AzimuthalCells - 1);
        int second = first + 1 == AzimuthalCells ? 0 : first + 1;
        int planeStride = (AzimuthalPolarCells + 1) * AzimuthalCells;
        int origin = (radial * planeStride) + (pole * AzimuthalCells);
        double lower = Bilinear(table, origin, first, second, cell - first, v - pole);
        double upper = Bilinear(table, origin + planeStride, first, second, cell - first, v - pole);
        return lower + ((r - radial) * (upper - lower));
    }

    private double Bilinear(float[] table, int origin, int first, int second, double azimuthalFraction, double polarFraction)
    {
        int next = origin + AzimuthalCells;
        double low = table[origin + first] + (azimuthalFraction * (table[origin + second] - table[origin + first]));
        double high = table[next + first] + (azimuthalFraction * (table[next + second] - table[next + first]));
        return low + (polarFraction * (high - low));
    }
}
