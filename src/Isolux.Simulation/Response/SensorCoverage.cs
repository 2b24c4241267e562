using Isolux.Detector.Photosensors;

namespace Isolux.Simulation.Response;

/// <summary>
/// How much of a parallel of the sphere on which photosensors stand they cover, each taken as a disc that faces the centre, relative to the mean over the sphere:
/// 1 everywhere for evenly spread sensors, 0 in a hole.
/// </summary>
internal sealed class SensorCoverage
{
    private const int Cells = 4096;

    // Bulbs stand out of the sphere and light comes in slanted, so the edges of holes are soft, and single rings are no wider than the steps between rays.
    private const double Spread = 2.0;

    private readonly float[] _relative = new float[Cells];

    /// <param name="sensors">The sensors; at least one.</param>
    public SensorCoverage(IReadOnlyList<Photosensor> sensors)
    {
        double[] covered = new double[Cells];
        double[] solidAngle = new double[Cells];
        for (int cell = 0; cell < Cells; cell++)
        {
            solidAngle[cell] = PolarCoordinate.ToCosTheta(Edge(cell)) - PolarCoordinate.ToCosTheta(Edge(cell + 1));
        }

        foreach (Photosensor sensor in sensors)
        {
            Add(sensor, covered);
        }

        RadiusMm = sensors.Average(sensor => sensor.Centre.RadiusMm);
        double mean = 0;
        for (int cell = 0; cell < Cells; cell++)
        {
            mean += 0.5 * covered[cell] * solidAngle[cell];
        }

        for (int cell = 0; cell < Cells; cell++)
        {
            _relative[cell] = (float)(covered[cell] / mean);
        }
    }

    /// <summary>Mean radius at which the sensors stand, mm.</summary>
    public double RadiusMm { get; }

    /// <summary>Relative coverage averaged over azimuth, at a direction seen from the centre.</summary>
    public double At(double cosTheta) =>
        _relative[Math.Min((int)(PolarCoordinate.FromCosTheta(cosTheta) * (Cells / PolarCoordinate.Maximum)), Cells - 1)];

    private static double Edge(int cell) => PolarCoordinate.Maximum * cell / Cells;

    /// <summary>A disc of angular radius a about polar angle b covers the arc cos(half width) = (cos a - cos theta cos b) / (sin theta sin b) of a parallel.</summary>
    private static void Add(Photosensor sensor, double[] covered)
    {
        double radius = Math.Atan(Spread * sensor.Type.SemiAxisAcrossMm / sensor.Centre.RadiusMm);
        double polar = Math.Acos(sensor.Centre.CosTheta);
        int first = CellOf(Math.Max(0.0, polar - radius));
        int last = CellOf(Math.Min(Math.PI, polar + radius));
        for (int cell = first; cell <= last; cell++)
        {
            double cosTheta = PolarCoordinate.ToCosTheta(PolarCoordinate.Maximum * (cell + 0.5) / Cells);
            double sines = Math.Sqrt(1.0 - (cosTheta * cosTheta)) * Math.Sin(polar);
            double numerator = Math.Cos(radius) - (cosTheta * sensor.Centre.CosTheta);
            covered[cell] += numerator >= sines ? 0.0 : numerator <= -sines ? 1.0 : Math.Acos(numerator / sines) / Math.PI;
        }
    }

    private static int CellOf(double polarRad) =>
        Math.Min((int)(PolarCoordinate.FromCosTheta(Math.Cos(polarRad)) / PolarCoordinate.Maximum * Cells), Cells - 1);
}
