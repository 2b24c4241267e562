using Isolux.Numerics.Interpolation;

namespace Isolux.Reconstruction.Likelihood;

/// <summary>
/// Sums over all channels of profile x weight as smooth functions of the point, so that an event needs its hits alone: for the weights of the expected light (what shares are divided by) and,
/// over that, for the weights as calibrated (what light is expected in all). Splines on a cubic lattice through the sphere.
/// </summary>
internal sealed class ShareSums
{
    private const int CellsPerRadius = 20;
    private const int Beyond = 2;
    private readonly SplineGrid _nominal;
    private readonly SplineGrid? _calibratedRatio;
    private readonly double _spacingMm;
    private readonly double _originMm;

    public ShareSums(ChannelTable channels, ShareTable shares, double outerRadiusMm)
    {
        _spacingMm = outerRadiusMm / CellsPerRadius;
        int count = (2 * (CellsPerRadius + Beyond)) + 1;
        _originMm = -_spacingMm * (CellsPerRadius + Beyond);
        bool calibrated = !channels.Weight.AsSpan().SequenceEqual(channels.NominalWeight);
        double[] nominal = new double[count * count * count];
        double[] ratio = new double[calibrated ? nominal.Length : 0];
        double[] difference = [.. channels.Weight.Zip(channels.NominalWeight, (weight, known) => weight - known)];
        Parallel.For(
            0,
            count * count,
            shares.NewLine,
            (row, _, line) =>
            {
                double x = _originMm + (_spacingMm * (row / count));
                double y = _originMm + (_spacingMm * (row % count));
                for (int k = 0; k < count; k++)
                {
                    double z = _originMm + (_spacingMm * k);
                    double radiusMm = Math.Sqrt((x * x) + (y * y) + (z * z));
                    (double all, double changed) = radiusMm > outerRadiusMm + (Beyond * 1.8 * _spacingMm)
                        ? (double.NaN, 0.0)
                        : Sum(channels, shares, line, (x, y, z), Math.Min(radiusMm, outerRadiusMm), radiusMm, calibrated ? difference : []);
                    nominal[(row * count) + k] = all;
                    if (calibrated)
                    {
                        ratio[(row * count) + k] = 1.0 + (changed / all);
                    }
                }

                return line;
            },
            _ => { });
        _nominal = Grid(nominal, count);
        _calibratedRatio = calibrated ? Grid(ratio, count) : null;
    }

    /// <summary>Sum of profile x weight of the expected light at a point, and the derivatives with respect to x, y and z of its logarithm, 1/mm.</summary>
    public double Nominal(in LikelihoodParameters at, Span<double> slopesPerMm) => Evaluate(_nominal, at, slopesPerMm);

    /// <summary>Light of the usable channels over that of all with their expected weights, and the derivatives of its logarithm.</summary>
    public double CalibratedRatio(in LikelihoodParameters at, Span<double> slopesPerMm)
    {
        if (_calibratedRatio is not null)
        {
            return Evaluate(_calibratedRatio, at, slopesPerMm);
        }

        slopesPerMm.Clear();
        return 1.0;
    }

    private static SplineGrid Grid(double[] values, int count)
    {
        // Corners far outside the sphere are never looked at.
        double mean = values.Where(double.IsFinite).Average();
        SplineGridAxis axis = new(count, SplineEnd.Linear);
        return new SplineGrid(axis, axis, axis, [.. values.Select(value => double.IsFinite(value) ? value : mean)]);
    }

    private static (double All, double Changed) Sum(
        ChannelTable channels, ShareTable shares, ShareTable.Line line, (double X, double Y, double Z) point, double profileRadiusMm, double radiusMm, double[] difference)
    {
        shares.Fill(line, profileRadiusMm);
        float[] profile = line.Tabulate();
        double inverse = radiusMm > 0 ? 1.0 / radiusMm : 0.0;
        (float x, float y, float z) = ((float)(inverse * point.X), (float)(inverse * point.Y), (float)(inverse * point.Z));
        ReadOnlySpan<float> xs = channels.X;
        ReadOnlySpan<float> ys = channels.Y;
        ReadOnlySpan<float> zs = channels.Z;
        double all = 0;
        double changed = 0;
        for (int i = 0; i < xs.Length; i++)
        {
            double value = profile[ShareTable.Line.TableCell((x * xs[i]) + (y * ys[i]) + (z * zs[i]))];
            all += value * channels.NominalWeight[i];
            if (difference.Length > 0)
            {
                changed += value * difference[i];
            }
        }

        return (all, changed);
    }

    private double Evaluate(SplineGrid grid, in LikelihoodParameters at, Span<double> slopesPerMm)
    {
        double perMm = 1.0 / _spacingMm;
        double value = grid.Evaluate((at.XMm - _originMm) * perMm, (at.YMm - _originMm) * perMm, (at.ZMm - _originMm) * perMm, slopesPerMm);
        for (int i = 0; i < 3; i++)
        {
            slopesPerMm[i] *= perMm / value;
        }

        return value;
    }
}
