namespace Isolux.Numerics.Interpolation;

/// <summary>
/// A smooth function of three coordinates from its values on a grid of even spacing: tricubic B-splines, twice continuously differentiable, with coefficients f - (second differences of f)/6,
/// which reproduces cubic polynomials away from the ends without solving equations. Coordinates are in units of the spacing, counted from the first node.
/// </summary>
public sealed class SplineGrid
{
    private readonly SplineGridAxis[] _axes;
    private readonly double[] _coefficients;
    private readonly int _stride0;
    private readonly int _stride1;

    /// <summary>A function from its values.</summary>
    /// <param name="axis0">The slowest axis.</param>
    /// <param name="axis1">The middle axis.</param>
    /// <param name="axis2">The fastest axis.</param>
    /// <param name="values">Values, shape [axis0, axis1, axis2].</param>
    /// <exception cref="ArgumentException">The number of values is not that of the grid, or an axis is too short.</exception>
    public SplineGrid(SplineGridAxis axis0, SplineGridAxis axis1, SplineGridAxis axis2, ReadOnlySpan<double> values)
    {
        _axes = [axis0, axis1, axis2];
        if (_axes.Any(axis => axis.LastCell < 0) || values.Length != axis0.Count * axis1.Count * axis2.Count)
        {
            throw new ArgumentException($"A grid of {axis0.Count} x {axis1.Count} x {axis2.Count} nodes needs as many values and two nodes per axis (got {values.Length}).", nameof(values));
        }

        double[] table = values.ToArray();
        int[] counts = [axis0.Count, axis1.Count, axis2.Count];
        for (int axis = 0; axis < counts.Length; axis++)
        {
            table = Extend(table, counts, axis);
            counts[axis] = _axes[axis].StoredCount;
        }

        _coefficients = table;
        _stride1 = counts[2];
        _stride0 = counts[1] * counts[2];
    }

    /// <summary>The function and its derivatives; coordinates beyond the nodes count as those of the end.</summary>
    /// <param name="coordinate0">Coordinate along the slowest axis.</param>
    /// <param name="coordinate1">Coordinate along the middle axis.</param>
    /// <param name="coordinate2">Coordinate along the fastest axis; a periodic one may have any value.</param>
    /// <param name="slopes">Receives the three derivatives with respect to the coordinates.</param>
    public double Evaluate(double coordinate0, double coordinate1, double coordinate2, Span<double> slopes)
    {
        int first = (Cell(0, ref coordinate0) * _stride0) + (Cell(1, ref coordinate1) * _stride1) + Cell(2, ref coordinate2);
        CubicWeights value0 = CubicWeights.OfValue(coordinate0);
        CubicWeights slope0 = CubicWeights.OfSlope(coordinate0);
        CubicWeights value1 = CubicWeights.OfValue(coordinate1);
        CubicWeights slope1 = CubicWeights.OfSlope(coordinate1);
        CubicWeights value2 = CubicWeights.OfValue(coordinate2);
        CubicWeights slope2 = CubicWeights.OfSlope(coordinate2);
        Span<double> planes = stackalloc double[12];
        Span<double> rows = stackalloc double[8];
        for (int i = 0; i < 4; i++)
        {
            for (int j = 0; j < 4; j++)
            {
                int origin = first + (i * _stride0) + (j * _stride1);
                rows[j] = value2.Apply(_coefficients, origin);
                rows[4 + j] = slope2.Apply(_coefficients, origin);
            }

            planes[i] = value1.Apply(rows, 0);
            planes[4 + i] = slope1.Apply(rows, 0);
            planes[8 + i] = value1.Apply(rows, 4);
        }

        slopes[0] = slope0.Apply(planes, 0);
        slopes[1] = value0.Apply(planes, 4);
        slopes[2] = value0.Apply(planes, 8);
        return value0.Apply(planes, 0);
    }

    /// <summary>The cell of a coordinate, which becomes the fraction inside it.</summary>
    private int Cell(int axis, ref double coordinate)
    {
        SplineGridAxis of = _axes[axis];
        coordinate = of.End == SplineEnd.Periodic
            ? coordinate - (of.Count * Math.Floor(coordinate / of.Count))
            : Math.Clamp(coordinate, 0.0, of.Count - 1.0);
        int cell = Math.Min((int)coordinate, of.LastCell);
        coordinate -= cell;
        return cell;
    }

    /// <summary>Coefficients along one axis, with those beyond its ends.</summary>
    private double[] Extend(double[] table, int[] counts, int axis)
    {
        SplineGridAxis of = _axes[axis];
        int inner = 1;
        for (int i = axis + 1; i < counts.Length; i++)
        {
            inner *= counts[i];
        }

        int outer = table.Length / (inner * of.Count);
        double[] extended = new double[outer * of.StoredCount * inner];
        for (int line = 0; line < outer * inner; line++)
        {
            int source = ((line / inner) * of.Count * inner) + (line % inner);
            int target = ((line / inner) * of.StoredCount * inner) + (line % inner);
            for (int i = 0; i < of.StoredCount; i++)
            {
                extended[target + (i * inner)] = Coefficient(table, source, inner, of, i - 1);
            }
        }

        return extended;
    }

    private static double Coefficient(double[] table, int origin, int stride, SplineGridAxis axis, int node)
    {
        int index = axis.End == SplineEnd.Periodic ? (node + axis.Count) % axis.Count : axis.Neighbour(node);
        if (index < 0)
        {
            // One beyond the end, along the tangent.
            int end = node < 0 ? 0 : axis.Count - 1;
            int inside = node < 0 ? 1 : axis.Count - 2;
            return (2.0 * Coefficient(table, origin, stride, axis, end)) - Coefficient(table, origin, stride, axis, inside);
        }

        int before = axis.Neighbour(index - 1);
        int after = axis.Neighbour(index + 1);
        double value = table[origin + (index * stride)];
        return before < 0 || after < 0
            ? value
            : value - ((table[origin + (before * stride)] - (2.0 * value) + table[origin + (after * stride)]) / 6.0);
    }
}
