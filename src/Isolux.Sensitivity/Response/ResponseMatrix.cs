using System.Numerics;
using System.Runtime.InteropServices;
using Isolux.Detector.Light;
using Isolux.Numerics.Statistics;
using Isolux.Sensitivity.Signal;

namespace Isolux.Sensitivity.Response;

/// <summary>
/// Probability that an antineutrino of every energy of a fixed grid, once it has interacted, is seen in every bin of visible energy: the positron's energy spread over its angle
/// (five nodes of the differential cross section), the energy scale, and a Gaussian resolution integrated exactly over the bin. Rows are bands; folding a spectrum is one
/// sparse matrix-vector product. A second matrix of the same bands holds the derivative by a shift of the visible energy.
/// </summary>
public sealed class ResponseMatrix
{
    private const double ReachSigma = 6.0;
    private static readonly double s_peakDensity = 1.0 / Math.Sqrt(2.0 * Math.PI);

    private readonly int[] _first;
    private readonly int[] _start;
    private readonly double[] _probability;
    private readonly double[] _slope;

    /// <summary>Computes the matrix.</summary>
    /// <param name="neutrinoEnergiesMeV">Grid of antineutrino energies, MeV.</param>
    /// <param name="bins">Bins of visible energy.</param>
    /// <param name="scale">Energy scale.</param>
    /// <param name="resolution">Resolution.</param>
    public ResponseMatrix(ReadOnlySpan<double> neutrinoEnergiesMeV, EnergyBins bins, PositronEnergyScale scale, ResolutionModel resolution)
    {
        ArgumentNullException.ThrowIfNull(bins);
        ArgumentNullException.ThrowIfNull(scale);
        BinCount = bins.Count;
        _first = new int[neutrinoEnergiesMeV.Length];
        _start = new int[neutrinoEnergiesMeV.Length + 1];
        double[] edges = [.. bins.EdgesMeV];
        List<double> probability = [];
        List<double> slope = [];
        double[] row = new double[bins.Count];
        double[] rowSlope = new double[bins.Count];
        for (int i = 0; i < neutrinoEnergiesMeV.Length; i++)
        {
            (int low, int high) = FillRow(neutrinoEnergiesMeV[i], edges, scale, resolution, row, rowSlope);
            _first[i] = low;
            for (int bin = low; bin < high; bin++)
            {
                probability.Add(row[bin]);
                slope.Add(rowSlope[bin]);
                row[bin] = 0;
                rowSlope[bin] = 0;
            }

            _start[i + 1] = probability.Count;
        }

        _probability = [.. probability];
        _slope = [.. slope];
    }

    /// <summary>Number of bins.</summary>
    public int BinCount { get; }

    /// <summary>Number of grid energies.</summary>
    public int EnergyCount => _first.Length;

    /// <summary>Adds a folded spectrum to the bins.</summary>
    /// <param name="eventCount">Interactions per grid energy.</param>
    /// <param name="binSum">Receives the sum; one per bin.</param>
    public void AddFolded(ReadOnlySpan<double> eventCount, Span<double> binSum) => AddFolded(_probability, eventCount, binSum);

    /// <summary>Adds the change of the folded spectrum by a shift of the visible energy.</summary>
    /// <param name="shiftSum">Interactions times shift in MeV, per grid energy.</param>
    /// <param name="binSum">Receives the sum; one per bin.</param>
    public void AddFoldedShift(ReadOnlySpan<double> shiftSum, Span<double> binSum) => AddFolded(_slope, shiftSum, binSum);

    private void AddFolded(double[] matrix, ReadOnlySpan<double> spectrum, Span<double> bins)
    {
        if (spectrum.Length != EnergyCount || bins.Length != BinCount)
        {
            throw new ArgumentException($"The response takes {EnergyCount} energies to {BinCount} bins (got {spectrum.Length} and {bins.Length}).", nameof(spectrum));
        }

        for (int i = 0; i < _first.Length; i++)
        {
            double weight = spectrum[i];
            ReadOnlySpan<double> row = matrix.AsSpan(_start[i].._start[i + 1]);
            Span<double> target = bins.Slice(_first[i], row.Length);
            ReadOnlySpan<Vector<double>> rowVectors = MemoryMarshal.Cast<double, Vector<double>>(row);
            Span<Vector<double>> targetVectors = MemoryMarshal.Cast<double, Vector<double>>(target);
            Vector<double> weights = new(weight);
            for (int k = 0; k < rowVectors.Length; k++)
            {
                targetVectors[k] += weights * rowVectors[k];
            }

            for (int k = rowVectors.Length * Vector<double>.Count; k < row.Length; k++)
            {
                target[k] += weight * row[k];
            }
        }
    }

    // Returns the band [low, high) of bins that are not empty.
    private static (int Low, int High) FillRow(double neutrinoMeV, double[] edges, PositronEnergyScale scale, ResolutionModel resolution, double[] row, double[] rowSlope)
    {
        double total = InverseBetaDecay.EvaluateCrossSection(neutrinoMeV);
        if (!(total > 0))
        {
            return (0, 0);
        }

        int low = row.Length;
        int high = 0;
        for (int node = 0; node < InverseBetaDecay.CosThetas.Length; node++)
        {
            double cosTheta = InverseBetaDecay.CosThetas[node];
            double weight = InverseBetaDecay.CosThetaWeights[node] * InverseBetaDecay.EvaluateDifferential(neutrinoMeV, cosTheta) / total;
            double promptMeV = InverseBetaDecay.PositronEnergyMeV(neutrinoMeV, cosTheta) + InverseBetaDecay.ElectronMassMeV;
            double visibleMeV = scale.VisibleMeV(promptMeV);
            double width = resolution.WidthMeV(visibleMeV);
            double widthSlope = resolution.WidthSlopeRatio(visibleMeV);
            int first = Math.Clamp(BinOf(edges, visibleMeV - (ReachSigma * width)), 0, row.Length);
            int last = Math.Clamp(BinOf(edges, visibleMeV + (ReachSigma * width)) + 1, 0, row.Length);
            if (last <= first)
            {
                continue;
            }

            double z = (edges[first] - visibleMeV) / width;
            double below = Normal.Cumulative(z);
            double belowSlope = Slope(z, width, widthSlope);
            for (int bin = first; bin < last; bin++)
            {
                z = (edges[bin + 1] - visibleMeV) / width;
                double above = Normal.Cumulative(z);
                double aboveSlope = Slope(z, width, widthSlope);
                row[bin] += weight * (above - below);
                rowSlope[bin] += weight * (aboveSlope - belowSlope);
                (below, belowSlope) = (above, aboveSlope);
            }

            low = Math.Min(low, first);
            high = Math.Max(high, last);
        }

        return high > low ? (low, high) : (0, 0);
    }

    private static double Slope(double z, double width, double widthSlope) => -s_peakDensity * Math.Exp(-0.5 * z * z) * (1.0 + (z * widthSlope)) / width;

    private static int BinOf(double[] edges, double value)
    {
        int found = Array.BinarySearch(edges, value);
        return found >= 0 ? found : ~found - 1;
    }
}
