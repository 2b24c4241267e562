using System.Collections.Immutable;

namespace Isolux.Sensitivity.Response;

/// <summary>Bins of visible energy without gaps.</summary>
public sealed class EnergyBins
{
    /// <summary>Bins between edges.</summary>
    /// <param name="edgesMeV">Edges, increasing, one more than bins, MeV.</param>
    /// <exception cref="ArgumentException">There are fewer than two edges or they do not increase.</exception>
    public EnergyBins(ImmutableArray<double> edgesMeV)
    {
        if (edgesMeV.Length < 2 || edgesMeV.Zip(edgesMeV.Skip(1)).Any(pair => !(pair.Second > pair.First)))
        {
            throw new ArgumentException("Bins need at least two increasing edges.", nameof(edgesMeV));
        }

        EdgesMeV = edgesMeV;
    }

    /// <summary>
    /// The 340 bins of the published studies (JUNO Collaboration, arXiv:2405.18008): 0.8 to 0.94 MeV in one, 20 keV to 7.44, 40 keV to 7.8, 100 keV to 8.2, one to 12 MeV.
    /// </summary>
    public static EnergyBins Standard { get; } = new(
    [
        0.8,
        .. Enumerable.Range(0, 325).Select(i => 0.94 + (0.02 * i)),
        .. Enumerable.Range(0, 9).Select(i => 7.44 + (0.04 * i)),
        .. Enumerable.Range(0, 5).Select(i => 7.8 + (0.1 * i)),
        12.0,
    ]);

    /// <summary>Edges, MeV.</summary>
    public ImmutableArray<double> EdgesMeV { get; }

    /// <summary>Number of bins.</summary>
    public int Count => EdgesMeV.Length - 1;

    /// <summary>Bins of equal width.</summary>
    /// <param name="count">How many.</param>
    /// <param name="lowMeV">First edge, MeV.</param>
    /// <param name="highMeV">Last edge, MeV.</param>
    public static EnergyBins Uniform(int count, double lowMeV, double highMeV)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return new EnergyBins([.. Enumerable.Range(0, count + 1).Select(i => lowMeV + ((highMeV - lowMeV) * i / count))]);
    }

    /// <summary>Width of a bin, MeV.</summary>
    public double WidthMeV(int bin) => EdgesMeV[bin + 1] - EdgesMeV[bin];

    /// <summary>Middle of a bin, MeV.</summary>
    public double CentreMeV(int bin) => 0.5 * (EdgesMeV[bin] + EdgesMeV[bin + 1]);
}
