using System.Collections.Immutable;
using Isolux.Numerics.Interpolation;
using Isolux.Numerics.Statistics;

namespace Isolux.Calibration.NonLinearity;

/// <summary>A beta spectrum as the detector sees it: density per energy node, moved to visible energy, smeared, collected in bins.</summary>
internal sealed class BetaFold
{
    private const double StepMeV = 0.05;
    private const double ReachSigmas = 5.0;

    // The cumulative normal distribution between its reach, 0 and 1 at the ends so that nothing jumps there, and its slope per cell: cubic pieces
    // with both make the fold smooth, which the derivatives of a fit need.
    private const int TableSteps = 500;
    private const double CellSigmas = 2.0 * ReachSigmas / TableSteps;
    private static readonly double s_tail = Normal.Cumulative(-ReachSigmas);
    private static readonly ImmutableArray<double> s_cumulative =
        [.. Enumerable.Range(0, TableSteps + 1).Select(i => (Normal.Cumulative((i * CellSigmas) - ReachSigmas) - s_tail) / (1.0 - (2.0 * s_tail)))];

    private static readonly ImmutableArray<double> s_slope =
        [.. Enumerable.Range(0, TableSteps + 1).Select(i => CellSigmas * Math.Exp(-0.5 * Math.Pow((i * CellSigmas) - ReachSigmas, 2.0)) / Math.Sqrt(2.0 * Math.PI))];

    private readonly BetaSpectrumData _data;
    private readonly SampledCurve? _instrumental;
    private readonly double[][] _weights;

    public BetaFold(BetaSpectrumData data, SampledCurve? instrumental)
    {
        _data = data;
        _instrumental = instrumental;
        double endpointMeV = data.Isotope.Branches.Max(branch => branch.EndpointMeV);
        ElectronEnergiesMeV = [.. Enumerable.Range(0, (int)Math.Ceiling(endpointMeV / StepMeV)).Select(i => (i + 0.5) * StepMeV)];
        _weights = [.. data.Isotope.Branches.Select(Weights)];
    }

    /// <summary>Kinetic energies of electrons at which a model is needed, MeV.</summary>
    public double[] ElectronEnergiesMeV { get; }

    /// <summary>Share of the decays that falls into every bin.</summary>
    public void Fold(ReadOnlySpan<double> electronRatio, CubicSpline gammas, Span<double> binFraction)
    {
        binFraction.Clear();
        for (int b = 0; b < _weights.Length; b++)
        {
            BetaBranch branch = _data.Isotope.Branches[b];
            double offsetMeV = branch.ChargedVisibleMeV + branch.GammaEnergiesMeV.Sum(energy => energy * gammas.Evaluate(Math.Log(energy)));
            for (int node = 0; node < electronRatio.Length; node++)
            {
                if (_weights[b][node] > 0)
                {
                    Smear((ElectronEnergiesMeV[node] * electronRatio[node]) + offsetMeV, _weights[b][node], binFraction);
                }
            }
        }
    }

    private void Smear(double scintillationMeV, double weight, Span<double> binFraction)
    {
        double visibleMeV = scintillationMeV * (_instrumental?.Evaluate(scintillationMeV) ?? 1.0);
        double sigmaMeV = visibleMeV * _data.Resolution.Evaluate(visibleMeV);
        ImmutableArray<double> edges = _data.EdgesMeV;
        double reachMeV = ReachSigmas * sigmaMeV;
        int found = edges.BinarySearch(visibleMeV - reachMeV);
        int first = Math.Max(0, found >= 0 ? found : ~found - 1);
        double below = Cumulative((edges[first] - visibleMeV) / sigmaMeV);
        for (int bin = first; bin < binFraction.Length && edges[bin] < visibleMeV + reachMeV; bin++)
        {
            double above = Cumulative((edges[bin + 1] - visibleMeV) / sigmaMeV);
            binFraction[bin] += weight * (above - below);
            below = above;
        }
    }

    private static double Cumulative(double z)
    {
        double position = (z + ReachSigmas) / CellSigmas;
        if (!(position > 0 && position < TableSteps))
        {
            return position > 0 ? 1.0 : 0.0;
        }

        int index = (int)position;
        double t = position - index;
        double u = 1.0 - t;
        return (u * u * (((1.0 + (2.0 * t)) * s_cumulative[index]) + (t * s_slope[index])))
            + (t * t * (((1.0 + (2.0 * u)) * s_cumulative[index + 1]) - (u * s_slope[index + 1])));
    }

    // The mean density of a cell, so that the endpoint inside a cell is respected.
    private double[] Weights(BetaBranch branch)
    {
        const int Parts = 5;
        double[] weights = [.. ElectronEnergiesMeV.Select(centre => Enumerable.Range(0, Parts).Sum(
            part => _data.Isotope.Density(branch, centre + ((((part + 0.5) / Parts) - 0.5) * StepMeV))))];
        double sum = weights.Sum();
        return [.. weights.Select(weight => branch.Fraction * weight / sum)];
    }
}
