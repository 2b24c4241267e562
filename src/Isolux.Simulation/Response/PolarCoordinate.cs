namespace Isolux.Simulation.Response;

/// <summary>
/// A smooth monotonic stand-in for the polar angle that needs no inverse trigonometric function and resolves both poles equally:
/// v = sin(theta/2) in the upper half, sqrt(2) - cos(theta/2) in the lower half; v runs from 0 (top) to sqrt(2) (bottom).
/// </summary>
internal static class PolarCoordinate
{
    public static readonly double Maximum = Math.Sqrt(2.0);

    public static double FromCosTheta(double cosTheta) => cosTheta >= 0
        ? Math.Sqrt(Math.Max(0.0, 0.5 * (1.0 - cosTheta)))
        : Maximum - Math.Sqrt(Math.Max(0.0, 0.5 * (1.0 + cosTheta)));

    public static double ToCosTheta(double v)
    {
        if (v <= 0.5 * Maximum)
        {
            return 1.0 - (2.0 * v * v);
        }

        double cosHalf = Maximum - v;
        return (2.0 * cosHalf * cosHalf) - 1.0;
    }
}
