using System.Runtime.CompilerServices;
using Isolux.Numerics.Elementary;

namespace Isolux.Reconstruction.Likelihood;

/// <summary>
/// How many photoelectrons a pulse holds. The first makes the pulse; further ones, Poisson with mean m in the time that pulses are not told apart, add to its charge. The likelihood of the charge q
/// is the sum over n of m^(n-1)/(n-1)! x p(q | n), p from <see cref="SinglePeShape"/>: a polynomial in m whose
/// coefficients belong to the pulse.
/// </summary>
internal static class PulseTerms
{
    /// <summary>Coefficients of a pulse.</summary>
    public const int Count = 5;

    private const double LeastSecond = 1e-3;
    private const double MostPe = 1e4;

    /// <summary>Coefficients of m^lowest, m^(lowest + 1), ..., the largest 1.</summary>
    /// <param name="chargePe">Charge, PE.</param>
    /// <param name="single">Charge of one photoelectron of the channel.</param>
    /// <param name="coefficients">Receives the coefficients.</param>
    /// <returns>The lowest power; -1 for a pulse that is one photoelectron beyond doubt.</returns>
    public static int Fill(double chargePe, in SinglePeShape single, Span<double> coefficients)
    {
        double q = Math.Clamp(chargePe, 0.0, MostPe);
        int lowest = Math.Max(1, (int)Math.Round(q) - (Count / 2));
        double largest = double.NegativeInfinity;
        double factorial = 0.0;
        for (int k = 0; k < Count; k++)
        {
            // ln of p(q | n)/(n-1)!, factorials counted from the lowest.
            int n = lowest + k;
            factorial += k > 0 ? Elementary64.Log(n - 1.0) : 0.0;
            coefficients[k] = single.LogDensity(q, n) - factorial;
            largest = Math.Max(largest, coefficients[k]);
        }

        for (int k = 0; k < Count; k++)
        {
            coefficients[k] = Elementary64.Exp(coefficients[k] - largest);
        }

        return lowest == 1 && coefficients[1] < LeastSecond && coefficients[0] == 1.0 ? -1 : lowest - 1;
    }

    /// <summary>Logarithm of the polynomial at m, and the mean power: the expected number of photoelectrons after the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Evaluate(double mean, int lowest, ReadOnlySpan<double> coefficients, out double meanPower)
    {
        double m2 = mean * mean;
        double c1 = coefficients[1] * mean;
        double c2 = coefficients[2] * m2;
        double c3 = coefficients[3] * m2 * mean;
        double c4 = coefficients[4] * m2 * m2;
        double sum = coefficients[0] + c1 + c2 + c3 + c4;
        meanPower = lowest + ((c1 + (2.0 * c2) + (3.0 * c3) + (4.0 * c4)) / sum);
        return Elementary64.Log(sum) + (lowest > 0 ? lowest * Elementary64.Log(mean) : 0.0);
    }
}
