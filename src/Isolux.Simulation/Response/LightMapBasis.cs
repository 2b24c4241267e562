using Isolux.Detector.Geometry;
using Isolux.Numerics.Interpolation;

namespace Isolux.Simulation.Response;

/// <summary>
/// Basis of a light map: cubic B-splines in t = (r/R)^2 times Legendre polynomials in cos(theta), whose highest order grows with radius, plus the
/// shadow fields of every kind of bar (its body and its foot) times a B-spline in t. A smooth function of the Cartesian coordinates is even or odd in r with its Legendre order and
/// has no fine angular structure near the centre: hence t, a factor r/R for odd and (r/R)^2 for even orders above 0, and the growing order.
/// </summary>
internal sealed class LightMapBasis
{
    private const int HighestOrder = 12;
    private const double OrderGrowth = 1.2;

    // Knots in t: denser where total reflection sets in (0.77 to 0.85) and towards the edge.
    private static readonly double[] RadialKnots = [0.0, 0.15, 0.3, 0.4, 0.5, 0.58, 0.65, 0.71, 0.755, 0.785, 0.81, 0.835, 0.86, 0.885, 0.91, 0.94, 0.965, 0.985, 1.0];

    private readonly CubicBSplineBasis _radial;
    private readonly int[] _firstIndex;
    private readonly int[] _orders;
    private readonly CubicBSplineBasis _shadowRadial;
    private readonly ShadowField[] _shadows;
    private readonly LightMapGrid _grid;

    public LightMapBasis(DetectorGeometry geometry)
    {
        double outerMm = geometry.ScintillatorRadiusMm;
        OpaqueBar[] offAxis = [.. geometry.Bars.Where(bar => AzimuthalSymmetry.OrderOf([bar]) != 0)];
        _grid = new LightMapGrid(outerMm, 0.5 * outerMm, Math.Max(1, AzimuthalSymmetry.OrderOf(offAxis)));
        _radial = new CubicBSplineBasis(RadialKnots);
        _orders = new int[_radial.Count];
        _firstIndex = new int[_radial.Count];
        int next = 0;
        for (int i = 0; i < _radial.Count; i++)
        {
            _orders[i] = (int)Math.Round(HighestOrder * Math.Pow((i + 1.0) / _radial.Count, OrderGrowth));
            _firstIndex[i] = next;
            next += _orders[i] + 1;
        }

        _shadowRadial = new CubicBSplineBasis([0.25, 0.5, 0.7, 0.82, 0.92, 1.0]);
        _shadows =
        [
            .. geometry.Bars.GroupBy(bar => bar.Kind).SelectMany(group => new[]
            {
                new ShadowField([.. group], _grid, BarShadow.SolidAngleFraction),
                new ShadowField([.. group], _grid, BarShadow.FootFraction),
            }),
        ];
        ShadowOrigin = next;
        Count = next + (_shadows.Length * ShadowTermCount);
    }

    public LightMapGrid Grid => _grid;

    /// <summary>Number of basis functions.</summary>
    public int Count { get; }

    /// <summary>Whether some field depends on azimuth.</summary>
    public bool DependsOnAzimuth => _shadows.Any(shadow => !shadow.OnAxis);

    private int ShadowOrigin { get; }

    // The first three splines are dropped so that the field fades in with zero slope and curvature at its inner radius.
    private int ShadowTermCount => _shadowRadial.Count - 3;

    /// <summary>Writes the values of all basis functions at a point into <paramref name="values"/> (length <see cref="Count"/>).</summary>
    public void Evaluate(double radiusMm, double cosTheta, double azimuthTurns, Span<double> values, LightMapTerms terms)
    {
        values.Clear();
        if (terms.HasFlag(LightMapTerms.Axial))
        {
            FillRadial(radiusMm, cosTheta, values);
        }

        FillShadows(radiusMm, cosTheta, azimuthTurns, values, terms);
    }

    private void FillRadial(double radiusMm, double cosTheta, Span<double> values)
    {
        Span<double> legendre = stackalloc double[HighestOrder + 1];
        legendre[0] = 1.0;
        legendre[1] = cosTheta;
        for (int l = 2; l <= HighestOrder; l++)
        {
            legendre[l] = ((((2.0 * l) - 1.0) * cosTheta * legendre[l - 1]) - ((l - 1.0) * legendre[l - 2])) / l;
        }

        Span<double> splines = stackalloc double[4];
        double fraction = Math.Min(radiusMm / _grid.OuterRadiusMm, 1.0);
        double t = fraction * fraction;
        int first = _radial.Evaluate(t, splines);
        for (int i = 0; i < splines.Length; i++)
        {
            int spline = first + i;
            for (int l = 0; l <= _orders[spline]; l++)
            {
                double regular = l == 0 ? 1.0 : (l & 1) == 1 ? fraction : t;
                values[_firstIndex[spline] + l] = splines[i] * legendre[l] * regular;
            }
        }
    }

    private void FillShadows(double radiusMm, double cosTheta, double azimuthTurns, Span<double> values, LightMapTerms terms)
    {
        if (radiusMm <= _grid.AzimuthalInnerRadiusMm)
        {
            return;
        }

        Span<double> splines = stackalloc double[4];
        double fraction = Math.Min(radiusMm / _grid.OuterRadiusMm, 1.0);
        int first = _shadowRadial.Evaluate(fraction * fraction, splines);
        double polar = PolarCoordinate.FromCosTheta(cosTheta);
        for (int field = 0; field < _shadows.Length; field++)
        {
            if (!terms.HasFlag(_shadows[field].OnAxis ? LightMapTerms.Axial : LightMapTerms.Azimuthal))
            {
                continue;
            }

            double shadow = _shadows[field].Evaluate(radiusMm, polar, azimuthTurns);
            for (int i = 0; i < splines.Length; i++)
            {
                int term = first + i - 3;
                if (term >= 0)
                {
                    values[ShadowOrigin + (field * ShadowTermCount) + term] = shadow * splines[i];
                }
            }
        }
    }
}
