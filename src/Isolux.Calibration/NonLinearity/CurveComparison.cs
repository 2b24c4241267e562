using System.Collections.Immutable;
using Isolux.Calibration.DataSets;
using Isolux.Numerics.Interpolation;

namespace Isolux.Calibration.NonLinearity;

/// <summary>A fitted curve, brought to full non-linearity, beside a published one with its band.</summary>
/// <param name="ScaleRatio">Common scale on the fitted curve that brings it closest to the published one, in units of the band's half width.</param>
/// <param name="LargestDifferencePercent">Largest difference after scaling, percent.</param>
/// <param name="LargestDifferenceRatio">Largest difference after scaling over the half width of the band on its side: below 1 the curve lies inside.</param>
/// <param name="InsideFraction">Share of the compared energies at which the scaled curve lies inside the band.</param>
/// <param name="ComparedCount">Number of compared energies.</param>
public sealed record CurveComparison(
    double ScaleRatio, double LargestDifferencePercent, double LargestDifferenceRatio, double InsideFraction, int ComparedCount)
{
    /// <summary>The full curve of a scintillation curve.</summary>
    /// <param name="curve">Scintillation non-linearity.</param>
    /// <param name="instrumentalRatio">Full over scintillation non-linearity against visible energy in MeV; null for none.</param>
    public static NonLinearityCurve ToFull(NonLinearityCurve curve, SampledCurve? instrumentalRatio)
    {
        ArgumentNullException.ThrowIfNull(curve);
        if (instrumentalRatio is null)
        {
            return curve;
        }

        double[] factors = [.. curve.EnergiesMeV.Zip(curve.Ratio, (energy, ratio) => instrumentalRatio.Evaluate(energy * ratio))];
        ImmutableArray<double> Times(ImmutableArray<double> values) => [.. values.Select((value, i) => value * factors[i])];
        return new NonLinearityCurve(curve.EnergiesMeV, Times(curve.Ratio), Times(curve.LowRatio), Times(curve.HighRatio));
    }

    /// <summary>Compares at the published energies inside a range.</summary>
    /// <param name="full">Fitted full non-linearity.</param>
    /// <param name="published">The published curve.</param>
    /// <param name="fromMeV">Lowest energy, MeV.</param>
    /// <param name="toMeV">Highest energy, MeV.</param>
    /// <exception cref="ArgumentException">No published energy with a band lies in the range.</exception>
    public static CurveComparison Of(NonLinearityCurve full, PublishedCurve published, double fromMeV, double toMeV)
    {
        ArgumentNullException.ThrowIfNull(full);
        ArgumentNullException.ThrowIfNull(published);
        SampledCurve fitted = new(full.EnergiesMeV.AsSpan(), full.Ratio.AsSpan());
        int[] compared = [.. Enumerable.Range(0, published.EnergiesMeV.Length).Where(i =>
            published.EnergiesMeV[i] >= fromMeV && published.EnergiesMeV[i] <= toMeV && published.HighRatio[i] > published.LowRatio[i])];
        if (compared.Length == 0)
        {
            throw new ArgumentException("No published energy with a band lies in the range.", nameof(published));
        }

        double numerator = 0.0;
        double denominator = 0.0;
        foreach (int i in compared)
        {
            double value = fitted.Evaluate(published.EnergiesMeV[i]);
            double halfWidth = 0.5 * (published.HighRatio[i] - published.LowRatio[i]);
            numerator += value * published.Ratio[i] / (halfWidth * halfWidth);
            denominator += value * value / (halfWidth * halfWidth);
        }

        double scale = numerator / denominator;
        double[] differences = [.. compared.Select(i => (scale * fitted.Evaluate(published.EnergiesMeV[i])) - published.Ratio[i])];
        double[] inBands = [.. compared.Select((i, k) => differences[k] > 0
            ? differences[k] / (published.HighRatio[i] - published.Ratio[i])
            : differences[k] / (published.LowRatio[i] - published.Ratio[i]))];
        return new CurveComparison(
            scale, 100.0 * differences.Max(Math.Abs), inBands.Max(), inBands.Count(ratio => ratio <= 1.0) / (double)compared.Length, compared.Length);
    }
}
