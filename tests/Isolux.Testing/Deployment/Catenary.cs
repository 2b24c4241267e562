namespace Isolux.Testing.Deployment;

/// <summary>The exact hanging cable between two points, found from its length by bisection: the oracle of the taut parabola.</summary>
/// <param name="HorizontalN">Horizontal tension, N.</param>
/// <param name="LengthMm">Length of the cable, mm.</param>
/// <param name="LowerPullN">Vertical pull on what hangs at the lower end, N; upwards positive.</param>
public sealed record Catenary(double HorizontalN, double LengthMm, double LowerPullN)
{
    private const double MmPerM = 1000.0;

    /// <summary>The cable with a horizontal tension between points a horizontal and a vertical distance apart.</summary>
    public static Catenary With(double horizontalN, double spanMm, double riseMm, double weightNPerM)
    {
        double parameterMm = horizontalN / weightNPerM * MmPerM;
        double half = spanMm / (2.0 * parameterMm);
        double lengthMm = Math.Sqrt((riseMm * riseMm) + Math.Pow(2.0 * parameterMm * Math.Sinh(half), 2));
        double lowerN = 0.5 * weightNPerM / MmPerM * ((riseMm / Math.Tanh(half)) - lengthMm);
        return new Catenary(horizontalN, lengthMm, lowerN);
    }
}
