using System.Collections.Immutable;
using Isolux.Calibration.Peaks;
using Isolux.Calibration.Resolution;
using Isolux.Numerics.Random;

namespace Isolux.Strategy.Resolution;

/// <summary>
/// Turns the corrected energies of several rows into fits of (a, b, c) and a~, and the steps between rows into paired differences: every bootstrap
/// replica draws the same events for all rows.
/// </summary>
internal sealed class ResolutionTable(ulong seed, int threadCount)
{
    private const int Replicas = 60;
    private readonly GaussianPeakFitter _peaks = new(PeakFitSettings.Symmetric);
    private readonly ResolutionFitter _fitter = new();

    /// <summary>Fits every row.</summary>
    public ImmutableArray<ResolutionRowFit> FitRows(ImmutableArray<PromptRow> rows)
    {
        ResolutionRowFit[] fits = new ResolutionRowFit[rows.Length];
        Parallel.For(0, rows.Length, new ParallelOptions { MaxDegreeOfParallelism = threadCount }, i => fits[i] = FitRow(rows[i]));
        return [.. fits];
    }

    /// <summary>Paired standard error of a~(next) - a~(previous) for neighbouring rows that share their events; shape [rows - 1].</summary>
    public double[] StepErrors(ImmutableArray<PromptRow> rows)
    {
        double[][] effective = new double[Replicas][];
        Parallel.For(0, Replicas, new ParallelOptions { MaxDegreeOfParallelism = threadCount }, replica =>
            effective[replica] = [.. Resample(rows, replica).Select(row => FitRow(row).Fit.Model.EffectiveResolution)]);
        double[] errors = new double[rows.Length - 1];
        for (int step = 0; step < errors.Length; step++)
        {
            double[] differences = [.. effective.Select(values => values[step + 1] - values[step])];
            double mean = differences.Average();
            errors[step] = Math.Sqrt(differences.Sum(value => (value - mean) * (value - mean)) / (Replicas - 1));
        }

        return errors;
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
