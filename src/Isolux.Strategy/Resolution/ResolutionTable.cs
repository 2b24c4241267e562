using System.Collections.Immutable;
using Isolux.Calibration.Peaks;
using Isolux.Calibration.Resolution;
using Isolux.Detector.Light;
using Isolux.Numerics.Random;
using Isolux.Numerics.Statistics;

namespace Isolux.Strategy.Resolution;

/// <summary>
/// Turns the corrected energies of several rows into fits of (a, b, c) and a~, and the steps between rows into paired differences: every bootstrap
/// replica draws the same events for all rows.
/// </summary>
internal sealed class ResolutionTable(ulong seed, int threadCount)
{
    /// <summary>Bootstrap replicas behind every paired error.</summary>
    public const int Replicas = 60;

    private readonly GaussianPeakFitter _peaks = new(PeakFitSettings.Symmetric);
    private readonly ResolutionFitter _fitter = new();

    /// <summary>Fits every row.</summary>
    public ImmutableArray<ResolutionRowFit> FitRows(ImmutableArray<PromptRow> rows)
    {
        ResolutionRowFit[] fits = new ResolutionRowFit[rows.Length];
        Parallel.For(0, rows.Length, new ParallelOptions { MaxDegreeOfParallelism = threadCount }, i => fits[i] = FitRow(rows[i]));
        return [.. fits];
    }

    /// <summary>Steps between rows that share their events, with paired standard errors.</summary>
    /// <param name="rows">Rows, shape of energies the same in all.</param>
    /// <param name="pairs">Indices of the rows a step leads from and to.</param>
    public ImmutableArray<RowStep> Steps(ImmutableArray<PromptRow> rows, ImmutableArray<(int From, int To)> pairs)
    {
        ImmutableArray<ResolutionRowFit> nominal = FitRows(rows);
        ResolutionRowFit[][] replicas = new ResolutionRowFit[Replicas][];
        Parallel.For(0, Replicas, new ParallelOptions { MaxDegreeOfParallelism = threadCount }, replica =>
            replicas[replica] = [.. Resample(rows, replica).Select(FitRow)]);
        return
        [
            .. pairs.Select(pair => new RowStep(
                rows[pair.From].Name,
                rows[pair.To].Name,
                Difference(nominal, pair),
                Scatter(replica => Difference(replicas[replica], pair)),
                Bias(nominal, pair),
                Scatter(replica => ((1.0 + Bias(replicas[replica], pair)) * Yield(rows[pair.From], replica) / Yield(rows[pair.To], replica)) - 1.0))),
        ];
    }

    private static double Difference(IReadOnlyList<ResolutionRowFit> fits, (int From, int To) pair) =>
        fits[pair.To].Fit.Model.EffectiveResolution - fits[pair.From].Fit.Model.EffectiveResolution;

    private static double Bias(IReadOnlyList<ResolutionRowFit> fits, (int From, int To) pair) =>
        Enumerable.Range(0, PositronEnergies.FittedMeV.Length).Average(energy => (fits[pair.To].Peaks[energy].Mean / fits[pair.From].Peaks[energy].Mean) - 1.0);

    private static double Yield(PromptRow row, int replica) => row.YieldReplicas.IsEmpty ? 1.0 : row.YieldReplicas[replica];

    private static double Scatter(Func<int, double> value)
    {
        RunningMoments moments = new();
        for (int replica = 0; replica < Replicas; replica++)
        {
            moments.Add(value(replica));
        }

        return moments.StandardDeviation;
    }

    private IEnumerable<PromptRow> Resample(ImmutableArray<PromptRow> rows, int replica)
    {
        int energies = rows[0].EnergiesMeV.Length;
        int[][] chosen = new int[energies][];
        for (int energy = 0; energy < energies; energy++)
        {
            RandomSequence random = new(seed, 0, RandomStream.Bootstrap, (uint)replica, (uint)energy);
            int count = rows[0].EnergiesMeV[energy].Length;
            chosen[energy] = new int[count];
            for (int i = 0; i < count; i++)
            {
                chosen[energy][i] = (int)(((ulong)random.NextUInt32() * (ulong)count) >> 32);
            }
        }

        foreach (PromptRow row in rows)
        {
            yield return row with
            {
                EnergiesMeV = [.. row.EnergiesMeV.Select((values, energy) => Array.ConvertAll(chosen[energy], i => values[i]))],
            };
        }
    }

    private ResolutionRowFit FitRow(PromptRow row)
    {
        int fitted = PositronEnergies.FittedMeV.Length;
        PeakFit[] peaks = [.. row.EnergiesMeV.Select(FitPeak)];
        ResolutionFit fit = _fitter.Fit([.. peaks.Take(fitted).Select(ToPoint)]);
        PeakFit direct = peaks[fitted];
        double towards = Math.Sqrt(direct.Mean / ResolutionModel.DirectEnergyMeV);
        double directResolution = ResolutionModel.ConstantTermWeight * direct.Sigma / direct.Mean * towards;
        return new ResolutionRowFit(row.Name, fit, [.. peaks], directResolution, directResolution * direct.SigmaError / direct.Sigma);
    }

    private PeakFit FitPeak(double[] values)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        double median = sorted[sorted.Length / 2];
        double halfWidth = 0.5 * (sorted[(int)(0.84 * sorted.Length)] - sorted[(int)(0.16 * sorted.Length)]);
        return _peaks.Fit(values, median, halfWidth);
    }

    private static ResolutionPoint ToPoint(PeakFit peak)
    {
        double relative = peak.Sigma / peak.Mean;
        double error = relative * Math.Sqrt(Math.Pow(peak.SigmaError / peak.Sigma, 2) + Math.Pow(peak.MeanError / peak.Mean, 2));
        return new ResolutionPoint(peak.Mean, relative, error);
    }
}
