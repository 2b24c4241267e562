using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Isolux.Conditions.Payloads;
using Isolux.Numerics.Interpolation;

namespace Isolux.Reconstruction.Likelihood;

/// <summary>
/// Densities of <see cref="HitDelays"/> as a smooth function of radius, s = sin(gamma/2) and delay. Nodes of the delay are even in q = x/(1 + x/w), x = delay - earliest, which is dense where
/// the light comes and wide in the tail. As with shares, a <see cref="Sheet"/> at the radius of the point is made once per evaluation.
/// </summary>
internal sealed class DelayTable
{
    private const int InnerIntervals = 10;
    private const int EdgeIntervals = 16;
    private const int Margin = 2;
    private const int DelayNodes = 206;
    private const double EarliestNs = -40.0;
    private const double LatestNs = 3_000.0;
    private const double BendNs = 90.0;
    private const double KernelStepNs = 0.125;
    private const double KernelEarliestNs = -60.0;
    private const double KernelLatestNs = 4_000.0;
    private const float LeastDensityPerNs = 1e-8f;
    private readonly CubicBSplineBasis _radial;
    private readonly float[] _densityCoefficients;
    private readonly float[] _pileUpCoefficients;
    private readonly HitDelays _delays;
    private readonly int _columnStride;
    private readonly int _typeStride;
    private readonly int _stride;

    /// <param name="delays">The delays.</param>
    /// <param name="outerRadiusMm">Largest radius of a point.</param>
    /// <param name="pairResolutionNs">Light of a channel that follows the first of a pulse within this time joins the pulse.</param>
    public DelayTable(HitDelays delays, double outerRadiusMm, double pairResolutionNs)
    {
        _delays = delays;
        _radial = ShareTable.RadialBasis(outerRadiusMm, InnerIntervals, EdgeIntervals);
        _columnStride = Padded(DelayNodes + 2);
        _typeStride = (delays.Columns + (2 * Margin)) * _columnStride;
        _stride = delays.SensorTypes.Length * _typeStride;
        double[] densities = Densities();
        MedianNs = Median(densities);
        _densityCoefficients = Blend(densities);
        _pileUpCoefficients = Blend(PileUp(densities, pairResolutionNs));
    }

    /// <summary>Median delay from the centre, ns.</summary>
    public double MedianNs { get; }

    public int TypeCount => _delays.SensorTypes.Length;

    public double SlownessNsPerMm => _delays.SlownessNsPerMm;

    public double SensorRadiusMm => _delays.SensorRadiusMm;

    private static double LastCoordinate => Coordinate(LatestNs - EarliestNs);

    public Sheet NewSheet() => new(_delays.Columns, _columnStride, _typeStride, _stride);

    /// <summary>Brings a sheet of densities (1/ns) to a radius.</summary>
    public void Fill(Sheet sheet, double radiusMm) => Fill(sheet, radiusMm, _densityCoefficients);

    /// <summary>Brings a sheet to a radius that holds, against the delay of a photoelectron, the fraction of the light that joins its pulse.</summary>
    public void FillPileUp(Sheet sheet, double radiusMm) => Fill(sheet, radiusMm, _pileUpCoefficients);

    private static int Padded(int count) => (count + Vector512<float>.Count - 1) / Vector512<float>.Count * Vector512<float>.Count;

    private static double Coordinate(double x) => x / (1.0 + (x / BendNs));

    private static double DelayNs(int node)
    {
        double q = LastCoordinate * node / (DelayNodes - 1);
        return EarliestNs + (q / (1.0 - (q / BendNs)));
    }

    /// <summary>Integral of the density over the pulse-pair resolution after every node, from the trapezoids between nodes.</summary>
    private static double[] PileUp(double[] densities, double resolutionNs)
    {
        double[] delaysNs = [.. Enumerable.Range(0, DelayNodes).Select(DelayNs)];
        double[] fractions = new double[densities.Length];
        double[] cumulative = new double[DelayNodes];
        for (int line = 0; line < densities.Length; line += DelayNodes)
        {
            for (int node = 1; node < DelayNodes; node++)
            {
                cumulative[node] = cumulative[node - 1] + (0.5 * (densities[line + node] + densities[line + node - 1]) * (delaysNs[node] - delaysNs[node - 1]));
            }

            int upper = 1;
            for (int node = 0; node < DelayNodes; node++)
            {
                double endNs = Math.Min(delaysNs[node] + resolutionNs, LatestNs);
                while (upper < DelayNodes - 1 && delaysNs[upper] < endNs)
                {
                    upper++;
                }

                double fraction = Math.Min(1.0, (endNs - delaysNs[upper - 1]) / (delaysNs[upper] - delaysNs[upper - 1]));
                fractions[line + node] = cumulative[upper - 1] + (fraction * (cumulative[upper] - cumulative[upper - 1])) - cumulative[node];
            }
        }

        return fractions;
    }

    private void Fill(Sheet sheet, double radiusMm, float[] coefficients)
    {
        Span<double> weights = stackalloc double[CubicBSplineBasis.Support];
        Span<double> slopes = stackalloc double[CubicBSplineBasis.Support];
        int first = _radial.Evaluate(radiusMm, weights);
        _radial.EvaluateDerivative(radiusMm, slopes);
        Combine(coefficients, sheet.Values, weights, first);
        Combine(coefficients, sheet.RadialSlopes, slopes, first);
    }

    private void Combine(float[] coefficients, float[] target, ReadOnlySpan<double> weights, int first)
    {
        Vector512<float> w0 = Vector512.Create((float)weights[0]);
        Vector512<float> w1 = Vector512.Create((float)weights[1]);
        Vector512<float> w2 = Vector512.Create((float)weights[2]);
        Vector512<float> w3 = Vector512.Create((float)weights[3]);
        ReadOnlySpan<float> a = coefficients.AsSpan(first * _stride, _stride);
        ReadOnlySpan<float> b = coefficients.AsSpan((first + 1) * _stride, _stride);
        ReadOnlySpan<float> c = coefficients.AsSpan((first + 2) * _stride, _stride);
        ReadOnlySpan<float> d = coefficients.AsSpan((first + 3) * _stride, _stride);
        for (int i = 0; i < _stride; i += Vector512<float>.Count)
        {
            Vector512<float> sum = (w0 * Vector512.Create(a[i..])) + (w1 * Vector512.Create(b[i..])) + (w2 * Vector512.Create(c[i..])) + (w3 * Vector512.Create(d[i..]));
            sum.CopyTo(target, i);
        }
    }

    /// <summary>Densities at the rows of the payload, shape [rows, types, columns, delay nodes].</summary>
    private double[] Densities()
    {
        int types = _delays.SensorTypes.Length;
        int rows = _delays.RadiiMm.Length;
        double[] delaysNs = [.. Enumerable.Range(0, DelayNodes).Select(DelayNs)];
        double[][] kernels = [.. Enumerable.Range(0, types).Select(Kernel)];
        double[] densities = new double[rows * types * _delays.Columns * DelayNodes];
        Parallel.For(0, rows * types, line =>
        {
            double[] kernel = kernels[line % types];
            for (int column = 0; column < _delays.Columns; column++)
            {
                for (int node = 0; node < DelayNodes; node++)
                {
                    densities[(((line * _delays.Columns) + column) * DelayNodes) + node] =
                        _delays.DensityPerNs(line / types, column, delaysNs[node], delay => Look(kernel, delay));
                }
            }
        });
        return densities;
    }

    /// <summary>Median of the first cell: row 0, the first type.</summary>
    private static double Median(double[] densities)
    {
        double[] delaysNs = [.. Enumerable.Range(0, DelayNodes).Select(DelayNs)];
        double[] cumulative = new double[DelayNodes];
        for (int node = 1; node < DelayNodes; node++)
        {
            cumulative[node] = cumulative[node - 1] + (0.5 * (densities[node] + densities[node - 1]) * (delaysNs[node] - delaysNs[node - 1]));
        }

        return delaysNs[Array.FindIndex(cumulative, sum => sum >= 0.5 * cumulative[^1])];
    }

    private double[] Kernel(int type)
    {
        double[] kernel = new double[(int)((KernelLatestNs - KernelEarliestNs) / KernelStepNs) + 1];
        for (int i = 0; i < kernel.Length; i++)
        {
            kernel[i] = _delays.EmissionCumulative(type, KernelEarliestNs + (KernelStepNs * i));
        }

        return kernel;
    }

    private static double Look(double[] kernel, double timeNs)
    {
        double u = Math.Clamp((timeNs - KernelEarliestNs) / KernelStepNs, 0.0, kernel.Length - 1.001);
        int cell = (int)u;
        return kernel[cell] + ((u - cell) * (kernel[cell + 1] - kernel[cell]));
    }

    private float[] Blend(double[] values)
    {
        float[] coefficients = new float[_radial.Count * _stride];
        for (int spline = 0; spline < _radial.Count; spline++)
        {
            Blend(values, spline, coefficients);
        }

        return coefficients;
    }

    /// <summary>Coefficients of one radial spline: the values at its radius, sharpened along the delay against the smoothing of the spline.</summary>
    private void Blend(double[] values, int spline, float[] coefficients)
    {
        int types = _delays.SensorTypes.Length;
        (int row, double fraction) = _delays.RowBelow(_radial.GrevilleAbscissae[spline]);
        double[] line = new double[DelayNodes];
        for (int type = 0; type < types; type++)
        {
            Span<float> sheet = coefficients.AsSpan((spline * _stride) + (type * _typeStride), _typeStride);
            for (int column = 0; column < _delays.Columns; column++)
            {
                int low = ((((row * types) + type) * _delays.Columns) + column) * DelayNodes;
                int high = low + (types * _delays.Columns * DelayNodes);
                for (int node = 0; node < DelayNodes; node++)
                {
                    line[node] = values[low + node] + (fraction * (values[high + node] - values[low + node]));
                }

                Sharpen(line, sheet.Slice((Margin + column) * _columnStride, _columnStride));
            }

            sheet.Slice(2 * _columnStride, _columnStride).CopyTo(sheet.Slice(_columnStride, _columnStride));
            sheet.Slice(3 * _columnStride, _columnStride).CopyTo(sheet[.._columnStride]);
            int last = Margin + _delays.Columns - 1;
            sheet.Slice(last * _columnStride, _columnStride).CopyTo(sheet.Slice((last + 1) * _columnStride, _columnStride));
            sheet.Slice(last * _columnStride, _columnStride).CopyTo(sheet.Slice((last + 2) * _columnStride, _columnStride));
        }
    }

    // f - (second difference)/6 may fall below zero where the density rises from nothing: it keeps at least half of it.
    private static void Sharpen(double[] line, Span<float> target)
    {
        target.Clear();
        for (int node = 0; node < line.Length; node++)
        {
            double value = line[node];
            double curved = node == 0 || node == line.Length - 1 ? 0.0 : line[node - 1] - (2.0 * value) + line[node + 1];
            target[node + 1] = Math.Max((float)Math.Max(value - (curved / 6.0), 0.5 * value), LeastDensityPerNs);
        }

        target[0] = target[1];
        target[line.Length + 1] = target[line.Length];
    }

    /// <summary>The densities, or what piles up, at one radius.</summary>
    internal sealed class Sheet(int columns, int columnStride, int typeStride, int stride)
    {
        private static readonly double Scale = (DelayNodes - 1) / LastCoordinate;

        public float[] Values { get; } = new float[stride];

        public float[] RadialSlopes { get; } = new float[stride];

        /// <summary>The density (1/ns) at s and a delay, and its derivatives with respect to s, the delay (1/ns^2) and the radius (1/(ns mm)).</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Evaluate(int type, double halfChord, double delayNs, out double slope, out double delaySlope, out double radialSlope)
        {
            double x = delayNs - EarliestNs;
            if (!(x > 0.0 && x < LatestNs - EarliestNs))
            {
                slope = 0.0;
                delaySlope = 0.0;
                radialSlope = 0.0;
                return LeastDensityPerNs;
            }

            double bend = 1.0 / (1.0 + (x * (1.0 / BendNs)));
            double q = x * bend * Scale;
            int node = Math.Min((int)q, DelayNodes - 2);
            double t = q - node;
            double u = (halfChord * columns) - 0.5;
            int cell = (int)(u + 1.0) - 1;
            CubicWeights across = CubicWeights.OfValue(u - cell);
            CubicWeights acrossSlope = CubicWeights.OfSlope(u - cell);
            int first = (type * typeStride) + ((cell + Margin - 1) * columnStride) + node;
            Vector128<float> v0 = Vector128.Create(Values, first);
            Vector128<float> v1 = Vector128.Create(Values, first + columnStride);
            Vector128<float> v2 = Vector128.Create(Values, first + (2 * columnStride));
            Vector128<float> v3 = Vector128.Create(Values, first + (3 * columnStride));
            Vector128<float> values = Weigh(v0, v1, v2, v3, across);
            Vector128<float> slopes = Weigh(v0, v1, v2, v3, acrossSlope);
            Vector128<float> radial = Weigh(
                Vector128.Create(RadialSlopes, first),
                Vector128.Create(RadialSlopes, first + columnStride),
                Vector128.Create(RadialSlopes, first + (2 * columnStride)),
                Vector128.Create(RadialSlopes, first + (3 * columnStride)),
                across);
            CubicWeights along = CubicWeights.OfValue(t);
            slope = columns * Apply(along, slopes);
            radialSlope = Apply(along, radial);
            delaySlope = bend * bend * Scale * Apply(CubicWeights.OfSlope(t), values);
            return Apply(along, values);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector128<float> Weigh(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d, in CubicWeights weights) =>
            (a * (float)weights.Before) + (b * (float)weights.Lower) + (c * (float)weights.Upper) + (d * (float)weights.After);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static double Apply(in CubicWeights weights, Vector128<float> values) =>
            (weights.Before * values[0]) + (weights.Lower * values[1]) + (weights.Upper * values[2]) + (weights.After * values[3]);
    }
}
