using Isolux.Numerics.Statistics;

namespace Isolux.Simulation.Readout;

/// <summary>
/// Charge of one photoelectron in units of its mean: |Gaussian core| plus, with a probability, an exponential. The core is placed so that the mean of the whole is 1.
/// </summary>
public readonly record struct SinglePeCharge
{
    /// <summary>A distribution.</summary>
    /// <param name="coreResolution">Sigma of the core over its mean.</param>
    /// <param name="tailFraction">Probability of extra charge.</param>
    /// <param name="tailMeanPe">Mean of the extra charge over the mean charge, PE.</param>
    public SinglePeCharge(double coreResolution, double tailFraction, double tailMeanPe)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(coreResolution);
        ArgumentOutOfRangeException.ThrowIfNegative(tailFraction);
        ArgumentOutOfRangeException.ThrowIfNegative(tailMeanPe);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(tailFraction * tailMeanPe, 1.0);
        double folded = coreResolution > 0 ? FoldedMean(coreResolution) : 1.0;
        CoreMeanPe = (1.0 - (tailFraction * tailMeanPe)) / folded;
        CoreSigmaPe = coreResolution * CoreMeanPe;
        TailFraction = tailFraction;
        TailMeanPe = tailMeanPe;

        // Second moments: of |x| as of x; of the tail f 2 m^2; mixed 2 (1 - f m) f m.
        double tail = tailFraction * tailMeanPe;
        double second = (CoreMeanPe * CoreMeanPe) + (CoreSigmaPe * CoreSigmaPe) + (2.0 * tail * tailMeanPe) + (2.0 * (1.0 - tail) * tail);
        Spread = Math.Sqrt(second - 1.0);
    }

    /// <summary>Mean of the Gaussian before its negative part is folded up, PE.</summary>
    public double CoreMeanPe { get; }

    /// <summary>Its sigma, PE.</summary>
    public double CoreSigmaPe { get; }

    /// <summary>Probability of extra charge.</summary>
    public double TailFraction { get; }

    /// <summary>Mean of the extra charge, PE.</summary>
    public double TailMeanPe { get; }

    /// <summary>Standard deviation of the whole (dimensionless: its mean is 1).</summary>
    public double Spread { get; }

    /// <summary>Mean of |x| for a Gaussian x of mean 1.</summary>
    private static double FoldedMean(double sigma)
    {
        double z = 1.0 / sigma;
        double density = Math.Exp(-0.5 * z * z) / Math.Sqrt(2.0 * Math.PI);
        return 1.0 + (2.0 * ((sigma * density) - Normal.Cumulative(-z)));
    }
}
