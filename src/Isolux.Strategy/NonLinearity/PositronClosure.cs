using System.Collections.Immutable;
using Isolux.Calibration.NonLinearity;
using Isolux.Numerics.Interpolation;
using Isolux.Quantities;

namespace Isolux.Strategy.NonLinearity;

/// <summary>Compares fitted positron scales with a known truth.</summary>
internal static class PositronClosure
{
    /// <summary>Energies T + 1.022 MeV at which positrons are compared: T = 0 to 8 MeV.</summary>
    public static ImmutableArray<double> EnergiesMeV { get; } = [.. Enumerable.Range(0, 17).Select(i => (0.5 * i) + (2.0 * PhysicalConstants.ElectronMassMeV))];

    /// <summary>Largest bias and largest half width of the band in percent, and at how many energies the truth lies inside the bands of the results together.</summary>
    /// <param name="results">Fitted models.</param>
    /// <param name="truth">Visible over true energy at the first of <see cref="EnergiesMeV"/>.</param>
    public static (double BiasPercent, double BandPercent, int Inside) Compare(ImmutableArray<NonLinearityResult> results, double[] truth)
    {
        double bias = 0.0;
        double band = 0.0;
        int inside = 0;
        for (int i = 0; i < truth.Length; i++)
        {
            (double[] ratio, double low, double high) = At(results, i);
            bias = Math.Max(bias, ratio.Max(value => Math.Abs((value / truth[i]) - 1.0)));
            band = Math.Max(band, 0.5 * (high - low) / truth[i]);
            inside += low <= truth[i] && truth[i] <= high ? 1 : 0;
        }

        return (100.0 * bias, 100.0 * band, inside);
    }

    /// <summary>Largest distance in percent from one model's positron scale to an edge of the quoted band, the hull of the bands of all models: the error of its form is what another form makes of the same data.</summary>
    public static double QuotedPercent(NonLinearityResult result, ImmutableArray<NonLinearityResult> all, double[] truth) =>
        100.0 * Enumerable.Range(0, truth.Length).Max(i =>
        {
            double own = At([result], i).Ratio[0];
            (_, double low, double high) = At(all, i);
            return Math.Max(high - own, own - low) / truth[i];
        });

    /// <summary>Positron scale of every result at one of <see cref="EnergiesMeV"/>, and the hull of their bands.</summary>
    public static (double[] Ratio, double Low, double High) At(ImmutableArray<NonLinearityResult> results, int energy)
    {
        double[] Read(Func<NonLinearityCurve, ImmutableArray<double>> part) => [.. results.Select(result =>
            new SampledCurve(result.Curves.Positron.EnergiesMeV.AsSpan(), part(result.Curves.Positron).AsSpan()).Evaluate(EnergiesMeV[energy]))];
        return (Read(curve => curve.Ratio), Read(curve => curve.LowRatio).Min(), Read(curve => curve.HighRatio).Max());
    }
}
