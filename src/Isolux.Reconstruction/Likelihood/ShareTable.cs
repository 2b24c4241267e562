using System.Runtime.CompilerServices;
using Isolux.Conditions.Payloads;
using Isolux.Numerics.Interpolation;

namespace Isolux.Reconstruction.Likelihood;

/// <summary>
/// The profile of <see cref="HitShares"/> as a smooth function of radius and s = sin(gamma/2): Schoenberg's spline in the radius, uniform B-splines in s. All hits of an event share the radius,
/// so a <see cref="Line"/> at that radius is made once per evaluation and a hit costs four coefficients.
/// </summary>
internal sealed class ShareTable
{
    private const int InnerIntervals = 15;
    private const int EdgeIntervals = 40;
    private const int Margin = 2;
    private const int TableCells = 2047;
    private const double EdgeFraction = 0.85;
    private readonly CubicBSplineBasis _radial;
    private readonly double[] _coefficients;
    private readonly int _columns;
    private readonly int _stride;

    public ShareTable(HitShares shares, double outerRadiusMm)
    {
        _radial = RadialBasis(outerRadiusMm, InnerIntervals, EdgeIntervals);
        _columns = shares.Columns;
        _stride = _columns + (2 * Margin);
        _coefficients = new double[_radial.Count * _stride];
        for (int row = 0; row < _radial.Count; row++)
        {
            double radiusMm = _radial.GrevilleAbscissae[row];
            Span<double> line = _coefficients.AsSpan(row * _stride, _stride);
            for (int column = 0; column < _columns; column++)
            {
                line[Margin + column] = shares.At(radiusMm, column);
            }

            Extend(line);
        }
    }

    /// <summary>Breakpoints for functions of radius that change faster near the edge, where total reflection sets in.</summary>
    public static CubicBSplineBasis RadialBasis(double outerRadiusMm, int innerIntervals, int edgeIntervals)
    {
        double edgeMm = EdgeFraction * outerRadiusMm;
        return new CubicBSplineBasis(
        [
            .. Enumerable.Range(0, innerIntervals).Select(i => edgeMm * i / innerIntervals),
            .. Enumerable.Range(0, edgeIntervals + 1).Select(i => edgeMm + ((outerRadiusMm - edgeMm) * i / edgeIntervals)),
        ]);
    }

    public Line NewLine() => new(_columns, _stride);

    /// <summary>Brings a line to a radius.</summary>
    public void Fill(Line line, double radiusMm)
    {
        Span<double> weights = stackalloc double[CubicBSplineBasis.Support];
        Span<double> slopes = stackalloc double[CubicBSplineBasis.Support];
        int first = _radial.Evaluate(radiusMm, weights);
        _radial.EvaluateDerivative(radiusMm, slopes);
        ReadOnlySpan<double> a = _coefficients.AsSpan(first * _stride, _stride);
        ReadOnlySpan<double> b = _coefficients.AsSpan((first + 1) * _stride, _stride);
        ReadOnlySpan<double> c = _coefficients.AsSpan((first + 2) * _stride, _stride);
        ReadOnlySpan<double> d = _coefficients.AsSpan((first + 3) * _stride, _stride);
        for (int i = 0; i < _stride; i++)
        {
            line.Values[i] = (weights[0] * a[i]) + (weights[1] * b[i]) + (weights[2] * c[i]) + (weights[3] * d[i]);
            line.RadialSlopes[i] = (slopes[0] * a[i]) + (slopes[1] * b[i]) + (slopes[2] * c[i]) + (slopes[3] * d[i]);
        }
    }

    /// <summary>Values belong to the middles of columns: mirrored at s = 0, along the tangent at s = 1.</summary>
    private void Extend(Span<double> line)
    {
        line[1] = line[Margin];
        line[0] = line[Margin + 1];
        int last = Margin + _columns - 1;
        line[last + 1] = Math.Max(0.0, (2.0 * line[last]) - line[last - 1]);
        line[last + 2] = Math.Max(0.0, (2.0 * line[last + 1]) - line[last]);
    }

    /// <summary>The profile at one radius.</summary>
    internal sealed class Line(int columns, int stride)
    {
        public double[] Values { get; } = new double[stride];

        public double[] RadialSlopes { get; } = new double[stride];

        private readonly float[] _table = new float[TableCells + 1];

        /// <summary>The profile on a fine table even in cos(gamma), for sums over many channels; see <see cref="TableCell"/>.</summary>
        public float[] Tabulate()
        {
            for (int cell = 0; cell <= TableCells; cell++)
            {
                double u = (columns * Math.Sqrt((cell + 0.5) / (TableCells + 1.0))) - 0.5;
                int first = (int)(u + 1.0) - 1;
                _table[cell] = (float)CubicWeights.OfValue(u - first).Apply(Values, first + Margin - 1);
            }

            return _table;
        }

        /// <summary>The cell of a cosine.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static int TableCell(float cosine) => (int)((1.0f - cosine) * (0.5f * TableCells)) & TableCells;

        /// <summary>The profile at s and its derivatives with respect to s and to the radius (1/mm).</summary>
        public double Evaluate(double halfChord, out double slope, out double radialSlope)
        {
            double u = (halfChord * columns) - 0.5;
            int cell = (int)(u + 1.0) - 1;
            double t = u - cell;
            CubicWeights value = CubicWeights.OfValue(t);
            int first = cell + Margin - 1;
            slope = columns * CubicWeights.OfSlope(t).Apply(Values, first);
            radialSlope = value.Apply(RadialSlopes, first);
            return value.Apply(Values, first);
        }
    }
}
