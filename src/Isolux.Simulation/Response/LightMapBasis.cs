using Isolux.Numerics.Interpolation;

namespace Isolux.Simulation.Response;

/// <summary>
/// Basis of a light map: cubic B-splines in t = (r/R)^2 times Legendre polynomials in cos(theta), whose highest order grows with radius, plus every shape of the geometry times a
/// B-spline in t. A smooth function of the Cartesian coordinates is even or odd in r with its Legendre order and has no fine angular structure near the centre: hence t, a factor r/R for odd
/// and (r/R)^2 for even orders above 0, and the growing order.
/// </summary>
internal sealed class LightMapBasis
{
    private const int HighestOrder = 12;
    private const double OrderGrowth = 1.2;
    private const int FadingSplines = 3;

    // Knots in t. The steep part, the onset of total reflection, is a shape of the geometry; what is left varies smoothly, faster towards the edge.
    private static readonly double[] MeanKnots = [0.0, 0.2, 0.4, 0.6, 0.72, 0.8, 0.87, 0.93, 0.97, 1.0];
    private static readonly double[] AngularKnots = [0.0, 0.2, 0.4, 0.6, 0.75, 0.87, 1.0];
    private static readonly double[] StrengthKnots = [0.25, 0.5, 0.7, 0.82, 0.92, 1.0];

    private readonly CubicBSplineBasis _mean;
    private readonly CubicBSplineBasis _angular;
    private readonly int[] _firstIndex;
    private readonly int[] _orders;
    private readonly CubicBSplineBasis _axialStrength;
    private readonly CubicBSplineBasis _azimuthalStrength;
    private readonly ILightShape[] _shapes;
    private readonly int[] _shapeIndex;

    /// <param name="grid">Grid of the map.</param>
    /// <param name="shapes">Shapes of the geometry.</param>
    public LightMapBasis(LightMapGrid grid, IEnumerable<ILightShape> shapes)
    {
        Grid = grid;
        _mean = new CubicBSplineBasis(MeanKnots);
        _angular = new CubicBSplineBasis(AngularKnots);
        _orders = new int[_angular.Count];
        _firstIndex = new int[_angular.Count];
        int next = _mean.Count;
        for (int i = 0; i < _angular.Count; i++)
        {
            _orders[i] = (int)Math.Round(HighestOrder * Math.Pow((i + 1.0) / _angular.Count, OrderGrowth));
            _firstIndex[i] = next;
            next += _orders[i];
        }

        double inner = Math.Pow(grid.AzimuthalInnerRadiusMm / grid.OuterRadiusMm, 2);
        _axialStrength = new CubicBSplineBasis([0.0, .. StrengthKnots]);
        _azimuthalStrength = new CubicBSplineBasis([inner, .. StrengthKnots.Where(knot => knot > inner)]);
        _shapes = [.. shapes];
        _shapeIndex = new int[_shapes.Length];
        for (int i = 0; i < _shapes.Length; i++)
        {
            // A shape that begins at an inner radius fades in with zero slope and curvature there: its first splines are dropped.
            _shapeIndex[i] = _shapes[i].DependsOnAzimuth ? next - FadingSplines : next;
            next = _shapeIndex[i] + Strength(_shapes[i]).Count;
        }

        Count = next;
    }

    public LightMapGrid Grid { get; }

    /// <summary>Number of basis functions.</summary>
    public int Count { get; }

    /// <summary>Whether some shape depends on azimuth.</summary>
    public bool DependsOnAzimuth => _shapes.Any(shape => shape.DependsOnAzimuth);

    /// <summary>Writes the values of all basis functions at a point into <paramref name="values"/> (length <see cref="Count"/>).</summary>
    public void Evaluate(double radiusMm, double cosTheta, double azimuthTurns, Span<double> values, LightMapTerms terms)
    {
        values.Clear();
        double fraction = Math.Min(radiusMm / Grid.OuterRadiusMm, 1.0);
        if (terms.HasFlag(LightMapTerms.Axial))
        {
            FillSmooth(fraction, cosTheta, values);
        }

        double polar = PolarCoordinate.FromCosTheta(cosTheta);
        for (int i = 0; i < _shapes.Length; i++)
        {
            if (terms.HasFlag(_shapes[i].DependsOnAzimuth ? LightMapTerms.Azimuthal : LightMapTerms.Axial))
            {
                FillShape(i, fraction, _shapes[i].At(radiusMm, polar, azimuthTurns), values);
            }
        }
    }

    private CubicBSplineBasis Strength(ILightShape shape) => shape.DependsOnAzimuth ? _azimuthalStrength : _axialStrength;

    private void FillSmooth(double fraction, double cosTheta, Span<double> values)
    {
        Span<double> legendre = stackalloc double[HighestOrder + 1];
        legendre[0] = 1.0;
        legendre[1] = cosTheta;
        for (int l = 2; l <= HighestOrder; l++)
        {
            legendre[l] = ((((2.0 * l) - 1.0) * cosTheta * legendre[l - 1]) - ((l - 1.0) * legendre[l - 2])) / l;
        }

        Span<double> splines = stackalloc double[CubicBSplineBasis.Support];
        double t = fraction * fraction;
        int first = _mean.Evaluate(t, splines);
        splines.CopyTo(values[first..]);
        first = _angular.Evaluate(t, splines);
        for (int i = 0; i < splines.Length; i++)
        {
            int spline = first + i;
            for (int l = 1; l <= _orders[spline]; l++)
            {
                values[_firstIndex[spline] + l - 1] = splines[i] * legendre[l] * ((l & 1) == 1 ? fraction : t);
            }
        }
    }

    private void FillShape(int index, double fraction, double value, Span<double> values)
    {
        if (value == 0.0)
        {
            return;
        }

        Span<double> splines = stackalloc double[CubicBSplineBasis.Support];
        int first = Strength(_shapes[index]).Evaluate(fraction * fraction, splines);
        for (int i = _shapes[index].DependsOnAzimuth ? Math.Max(0, FadingSplines - first) : 0; i < splines.Length; i++)
        {
            values[_shapeIndex[index] + first + i] = value * splines[i];
        }
    }
}
