using System.Collections.Immutable;
using System.Runtime.Intrinsics;
using Isolux.Detector;
using Isolux.Detector.Photosensors;
using Isolux.Numerics.Elementary;
using Isolux.Quantities;
using Isolux.Simulation.Optics;

namespace Isolux.Simulation.Response;

/// <summary>
/// What unequal large PMTs make of the light of a point: the mean, over its photoelectrons, of the relative efficiency of the channel that sees them. A sum of Poisson numbers is
/// Poisson, so the light map times this factor is all a count needs, and no photoelectron has to be given a channel.
/// </summary>
/// <remarks>
/// rho(r) = sum_i p_i(r) e_i / sum_i p_i(r) with p_i the hit pattern's profile(r, gamma_i) x weight_i, tabulated on its own radii and on directions two degrees apart, linear between them. What
/// bars hide of single sensors is left out of p_i: it takes a few percent of the light evenly enough that rho moves by less than a tenth of its own spread.
/// </remarks>
public sealed class ChannelEfficiencyMap
{
    private const int PolarCells = 96;
    private const int AzimuthCells = 180;
    private readonly PatternGrid _grid;
    private readonly float[] _table;

    private ChannelEfficiencyMap(PatternGrid grid, float[] table)
    {
        _grid = grid;
        _table = table;
    }

    /// <summary>Folds relative efficiencies with the hit pattern.</summary>
    /// <param name="detector">The detector.</param>
    /// <param name="map">Its response maps.</param>
    /// <param name="efficiencyFractions">Efficiency of every large PMT over its nominal one, in the order of the channels; 0 where it is dead.</param>
    /// <param name="threadCount">Threads; the result does not depend on it.</param>
    /// <exception cref="ArgumentException">There are not as many efficiencies as large PMTs, or one is negative or not finite.</exception>
    public static ChannelEfficiencyMap Build(DetectorDescription detector, ResponseMap map, ImmutableArray<double> efficiencyFractions, int threadCount)
    {
        ArgumentNullException.ThrowIfNull(detector);
        ArgumentNullException.ThrowIfNull(map);
        Photosensor[] sensors = [.. detector.Photosensors.TakeWhile(sensor => sensor.Type.Kind == SensorKind.Lpmt)];
        if (efficiencyFractions.Length != sensors.Length || efficiencyFractions.Any(value => !(value >= 0) || double.IsInfinity(value)))
        {
            throw new ArgumentException(
                $"Every large PMT needs an efficiency of 0 or above ({efficiencyFractions.Length} for {sensors.Length} sensors).", nameof(efficiencyFractions));
        }

        Fold fold = new(sensors, map.Pattern.Tables, efficiencyFractions);
        float[] table = new float[(PolarCells + 1) * AzimuthCells * PatternGrid.Rows];
        Parallel.For(0, (PolarCells + 1) * AzimuthCells, new ParallelOptions { MaxDegreeOfParallelism = threadCount }, node =>
        {
            double cosTheta = PolarCoordinate.ToCosTheta(PolarCoordinate.Maximum * (node / AzimuthCells) / PolarCells);
            (double sine, double cosine) = Elementary64.SinCosTurn((double)(node % AzimuthCells) / AzimuthCells);
            double sinTheta = Math.Sqrt(Math.Max(0.0, 1.0 - (cosTheta * cosTheta)));
            Float3 direction = new((float)(sinTheta * cosine), (float)(sinTheta * sine), (float)cosTheta);
            fold.Fill(direction, table.AsSpan(node * PatternGrid.Rows, PatternGrid.Rows));
        });
        return new ChannelEfficiencyMap(new PatternGrid(map.Lpmt.OuterRadiusMm), table);
    }

    /// <summary>The mean relative efficiency for light made at a point of the scintillator.</summary>
    public double Evaluate(Position point)
    {
        double radiusMm = point.RadiusMm;
        (int row, float radial) = _grid.Below(radiusMm);
        double polar = PolarCoordinate.FromCosTheta(radiusMm > 0 ? point.ZMm / radiusMm : 1.0) / PolarCoordinate.Maximum * PolarCells;
        double turns = Elementary64.Atan2Turn(point.YMm, point.XMm);
        double azimuth = (turns - Math.Floor(turns)) * AzimuthCells;
        int low = Math.Min((int)polar, PolarCells - 1);
        int first = Math.Min((int)azimuth, AzimuthCells - 1);
        int second = first + 1 == AzimuthCells ? 0 : first + 1;
        double polarFraction = polar - low;
        double azimuthFraction = azimuth - first;
        double upper = Between(low, first, second, azimuthFraction, row, radial);
        return upper + (polarFraction * (Between(low + 1, first, second, azimuthFraction, row, radial) - upper));
    }

    /// <summary>The mean over azimuth at radius (mm) and cos(theta).</summary>
    public double AzimuthalMean(double radiusMm, double cosTheta)
    {
        (int row, float radial) = _grid.Below(radiusMm);
        double polar = PolarCoordinate.FromCosTheta(cosTheta) / PolarCoordinate.Maximum * PolarCells;
        int low = Math.Min((int)polar, PolarCells - 1);
        double sum = 0;
        for (int azimuth = 0; azimuth < AzimuthCells; azimuth++)
        {
            double upper = Between(low, azimuth, azimuth, 0.0, row, radial);
            sum += upper + ((polar - low) * (Between(low + 1, azimuth, azimuth, 0.0, row, radial) - upper));
        }

        return sum / AzimuthCells;
    }

    private double Between(int polar, int first, int second, double fraction, int row, float radial)
    {
        double left = Along((((polar * AzimuthCells) + first) * PatternGrid.Rows) + row, radial);
        return left + (fraction * (Along((((polar * AzimuthCells) + second) * PatternGrid.Rows) + row, radial) - left));
    }

    private double Along(int entry, float radial) => _table[entry] + (radial * (_table[entry + 1] - _table[entry]));

    /// <summary>Sums channels by the column of the pattern they fall into, seen from a direction; one such histogram serves all radii.</summary>
    private sealed class Fold
    {
        private const int Lanes = 16;
        private readonly float[] _x;
        private readonly float[] _y;
        private readonly float[] _z;
        private readonly float[] _weights;
        private readonly float[] _efficient;
        private readonly float[] _profile;

        public Fold(Photosensor[] sensors, HitTables tables, ImmutableArray<double> efficiencies)
        {
            int padded = (sensors.Length + Lanes - 1) / Lanes * Lanes;
            (_x, _y, _z, _weights, _efficient) = (new float[padded], new float[padded], new float[padded], new float[padded], new float[padded]);
            for (int i = 0; i < sensors.Length; i++)
            {
                Position centre = sensors[i].Centre;
                double inverse = 1.0 / centre.RadiusMm;
                (_x[i], _y[i], _z[i]) = ((float)(centre.XMm * inverse), (float)(centre.YMm * inverse), (float)(centre.ZMm * inverse));
                _weights[i] = tables.ChannelWeights[i];
                _efficient[i] = (float)(tables.ChannelWeights[i] * efficiencies[i]);
            }

            _profile = tables.Angular[..(PatternGrid.Rows * PatternGrid.AngularCells)];
        }

        public void Fill(Float3 direction, Span<float> ratios)
        {
            Span<float> weights = stackalloc float[PatternGrid.AngularCells];
            Span<float> efficient = stackalloc float[PatternGrid.AngularCells];
            weights.Clear();
            efficient.Clear();
            Collect(direction, weights, efficient);
            for (int row = 0; row < ratios.Length; row++)
            {
                ReadOnlySpan<float> profile = _profile.AsSpan(row * PatternGrid.AngularCells, PatternGrid.AngularCells);
                double all = Sum(profile, weights);
                ratios[row] = all > 0 ? (float)(Sum(profile, efficient) / all) : 1.0f;
            }
        }

        private void Collect(Float3 direction, Span<float> weights, Span<float> efficient)
        {
            Span<int> columns = stackalloc int[Lanes];
            Vector512<float> half = Vector512.Create(0.5f);
            for (int first = 0; first < _x.Length; first += Lanes)
            {
                Vector512<float> cosine = Vector512.FusedMultiplyAdd(
                    Vector512.Create(direction.X),
                    Vector512.Create(_x.AsSpan(first, Lanes)),
                    Vector512.FusedMultiplyAdd(
                        Vector512.Create(direction.Y), Vector512.Create(_y.AsSpan(first, Lanes)), Vector512.Create(direction.Z) * Vector512.Create(_z.AsSpan(first, Lanes))));
                Vector512<float> halfChord = Vector512.Sqrt(Vector512.Max(Vector512<float>.Zero, half - (half * cosine)));
                Vector512.Min(
                    Vector512.ConvertToInt32Native(halfChord * Vector512.Create((float)PatternGrid.AngularCells)), Vector512.Create(PatternGrid.AngularCells - 1)).CopyTo(columns);
                for (int lane = 0; lane < Lanes; lane++)
                {
                    weights[columns[lane]] += _weights[first + lane];
                    efficient[columns[lane]] += _efficient[first + lane];
                }
            }
        }

        /// <summary>Sum of products, lane by lane and then over the lanes in order.</summary>
        private static double Sum(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
        {
            Vector512<float> sums = Vector512<float>.Zero;
            for (int i = 0; i < left.Length; i += Lanes)
            {
                sums = Vector512.FusedMultiplyAdd(Vector512.Create(left.Slice(i, Lanes)), Vector512.Create(right.Slice(i, Lanes)), sums);
            }

            double sum = 0;
            for (int lane = 0; lane < Lanes; lane++)
            {
                sum += sums[lane];
            }

            return sum;
        }
    }
}
