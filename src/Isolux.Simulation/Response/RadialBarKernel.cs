using Isolux.Detector.Geometry;
using Isolux.Simulation.Optics;

namespace Isolux.Simulation.Response;

/// <summary>
/// Share of a point's direct light that a thin bar along a radius takes, and share that would end on a disc at its foot, where photosensors are missing, against the radius of the point
/// and the angle between point and bar. A length dR of the bar intercepts 2 a tan(psi) dR of the light per area of the sphere there, psi being the angle between light and bar (sin psi for its width, 1/cos psi from
/// the sphere's area to that across the light); its near face intercepts pi a^2.
/// </summary>
internal sealed class RadialBarKernel
{
    private const int Steps = 12;
    private const int Rays = 6000;
    private const int Cells = 640;

    // Nominal, since a fitted strength multiplies it.
    private const double FootRadiusMm = 250.0;

    private readonly double[] _body;
    private readonly double[] _foot;

    /// <param name="model">The shells.</param>
    /// <param name="wavelengthIndex">Which of the model's wavelengths.</param>
    /// <param name="bar">The bar; only its radius and those of its ends count.</param>
    /// <param name="radiiMm">Radii of the points of the table, mm.</param>
    public RadialBarKernel(OpticalModel model, int wavelengthIndex, OpaqueBar bar, IReadOnlyList<double> radiiMm)
    {
        double startMm = bar.Start.RadiusMm;
        double endMm = bar.End.RadiusMm;
        double stepMm = (endMm - startMm) / Steps;
        double[] stopsMm = [startMm, .. Enumerable.Range(0, Steps).Select(i => startMm + ((i + 0.5) * stepMm)), endMm];
        DirectRays rays = new(model, wavelengthIndex, stopsMm);
        int[] spheres = [.. stopsMm.Select(stop => rays.RadiiMm.IndexOf(stop))];
        _body = new double[radiiMm.Count * (Cells + 1)];
        _foot = new double[radiiMm.Count * (Cells + 1)];
        Parallel.For(0, radiiMm.Count, radial =>
        {
            Span<double> body = _body.AsSpan(radial * (Cells + 1), Cells + 1);
            Span<double> foot = _foot.AsSpan(radial * (Cells + 1), Cells + 1);
            Span<double> angles = new double[rays.RadiiMm.Length];
            Span<double> sines = new double[rays.RadiiMm.Length];
            for (int ray = 0; ray < Rays; ray++)
            {
                double angle = Math.PI * (ray + 0.5) / Rays;
                double weight = rays.Follow(radiiMm[radial], angle, angles, sines) * Math.PI * Math.Sin(angle) / (2.0 * Rays);
                for (int i = 0; i < spheres.Length && weight > 0; i++)
                {
                    double central = angles[spheres[i]];
                    if (!double.IsNaN(central))
                    {
                        double areaMm2 = i == 0 ? Math.PI * bar.RadiusMm * bar.RadiusMm
                            : i <= Steps ? 2.0 * bar.RadiusMm * stepMm * Tangent(sines[spheres[i]])
                            : Math.PI * FootRadiusMm * FootRadiusMm;
                        Deposit(i <= Steps ? body : foot, central, weight * areaMm2 / (stopsMm[i] * stopsMm[i]));
                    }
                }
            }

            PerSolidAngle(body);
            PerSolidAngle(foot);
        });
    }

    /// <summary>Share taken by the bar from a point of the table, half chord sin(angle/2).</summary>
    public double Body(int radial, double halfChord) => Interpolate(_body, radial, halfChord);

    /// <summary>Share that would end on the disc at its foot.</summary>
    public double Foot(int radial, double halfChord) => Interpolate(_foot, radial, halfChord);

    private static double Tangent(double sine) => sine / Math.Sqrt(1.0 - (sine * sine));

    private static double Interpolate(double[] table, int radial, double halfChord)
    {
        double x = halfChord * Cells;
        int cell = Math.Min((int)x, Cells - 1);
        int index = (radial * (Cells + 1)) + cell;
        return table[index] + ((x - cell) * (table[index + 1] - table[index]));
    }

    // Shared between the two nearest nodes of the table.
    private static void Deposit(Span<double> table, double centralAngle, double weight)
    {
        double x = Math.Abs(Math.Sin(0.5 * centralAngle)) * Cells;
        int cell = Math.Min((int)x, Cells - 1);
        table[cell] += weight * (cell + 1 - x);
        table[cell + 1] += weight * (x - cell);
    }

    // Solid angle is 4 pi d(s^2) in the half chord s; a node owns what linear sharing gives it of 2 s ds, in units of a cell squared.
    private static void PerSolidAngle(Span<double> table)
    {
        for (int node = 0; node <= Cells; node++)
        {
            double squares = node == 0 ? 1.0 / 3.0 : node == Cells ? Cells - (1.0 / 3.0) : 2.0 * node;
            table[node] *= Cells * (double)Cells / (4.0 * Math.PI * squares);
        }
    }
}
