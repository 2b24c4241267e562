using Isolux.Numerics.Histograms;
using Isolux.Numerics.Statistics;

namespace Isolux.Testing;

/// <summary>
/// Assertions on random results. Each states its false-alarm probability: how often a correct program would fail with a fresh
/// seed (the suite fixes its seeds). Give every one a power companion with <see cref="RejectsMutant"/>.
/// </summary>
/// <remarks>
/// What to use when: <c>Agrees</c> for a number with an error, <c>MatchesExpectation</c> for counts against a model,
/// <c>SameDistribution</c> for two histograms, <c>Follows</c> for a sample against a continuous distribution,
/// <c>PullsAreStandard</c> for closure and coverage.
/// </remarks>
public static class StatisticalAssert
{
    private const double SmallestExpectedCount = 10.0;

    /// <summary>Requires value +- error to agree with reference +- reference error, all Gaussian and independent.</summary>
    /// <exception cref="StatisticalAssertException">They differ by more than the false-alarm probability allows.</exception>
    public static void Agrees(double value, double error, double reference, double referenceError, double falseAlarm)
    {
        double combined = Math.Sqrt((error * error) + (referenceError * referenceError));
        double limit = Normal.TwoSidedLimit(falseAlarm);
        double pull = (value - reference) / combined;
        if (!(Math.Abs(pull) <= limit))
        {
            throw new StatisticalAssertException(FormattableString.Invariant(
                $"{value:G8} +- {error:G3} disagrees with {reference:G8} +- {referenceError:G3}: pull {pull:F2}, allowed +-{limit:F2} (false alarm {falseAlarm:G2})."));
        }
    }

    /// <summary>Requires value +- error to agree with an exact reference.</summary>
    /// <exception cref="StatisticalAssertException">They differ by more than the false-alarm probability allows.</exception>
    public static void Agrees(double value, double error, double reference, double falseAlarm) =>
        Agrees(value, error, reference, 0.0, falseAlarm);

    /// <summary>
    /// Requires Poisson counts to follow expected counts, by Pearson's chi2. Neighbouring bins are joined until each
    /// expects at least ten counts.
    /// </summary>
    /// <param name="counts">Observed, one per bin.</param>
    /// <param name="expected">Expected, one per bin.</param>
    /// <param name="constraints">Degrees of freedom the expectation took from the data: 1 when it is normalised to their sum.</param>
    /// <param name="falseAlarm">Probability that a correct program fails.</param>
    /// <exception cref="ArgumentException">The lengths differ or too few counts are expected.</exception>
    /// <exception cref="StatisticalAssertException">The p-value is below the false-alarm probability.</exception>
    public static void MatchesExpectation(ReadOnlySpan<double> counts, ReadOnlySpan<double> expected, int constraints, double falseAlarm)
    {
        RequireLength(counts.Length, expected.Length);
        List<(double Observed, double Expected)> joined = [];
        (double observedSum, double expectedSum) = (0, 0);
        for (int i = 0; i < counts.Length; i++)
        {
            observedSum += counts[i];
            expectedSum += expected[i];
            if (expectedSum >= SmallestExpectedCount)
            {
                joined.Add((observedSum, expectedSum));
                (observedSum, expectedSum) = (0, 0);
            }
        }

        if (joined.Count <= constraints)
        {
            throw new ArgumentException($"Too few counts are expected for a chi2 test ({joined.Count} joined bins, {constraints} constraints).", nameof(expected));
        }

        joined[^1] = (joined[^1].Observed + observedSum, joined[^1].Expected + expectedSum);
        double chi2 = joined.Sum(bin => (bin.Observed - bin.Expected) * (bin.Observed - bin.Expected) / bin.Expected);
        (double Observed, double Expected) worst = joined.MaxBy(bin => Math.Abs(bin.Observed - bin.Expected) / Math.Sqrt(bin.Expected));
        RequireProbable(chi2, joined.Count - constraints, falseAlarm, FormattableString.Invariant($"worst bin {worst.Observed:G6} for {worst.Expected:G6} expected"));
    }

    /// <summary>Requires two histograms of the same binning, weighted or not, to agree in content and shape by chi2 over bins that either filled.</summary>
    /// <exception cref="ArgumentException">The binning differs or both are empty.</exception>
    /// <exception cref="StatisticalAssertException">The p-value is below the false-alarm probability.</exception>
    public static void SameDistribution(Histogram1D left, Histogram1D right, double falseAlarm)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        RequireLength(left.BinCount, right.BinCount);
        double chi2 = 0;
        int bins = 0;
        double worst = 0;
        for (int bin = 0; bin < left.BinCount; bin++)
        {
            double variance = left.Variances[bin] + right.Variances[bin];
            if (variance > 0)
            {
                double pull = (left.Contents[bin] - right.Contents[bin]) / Math.Sqrt(variance);
                chi2 += pull * pull;
                bins++;
                worst = Math.Abs(pull) > Math.Abs(worst) ? pull : worst;
            }
        }

        if (bins == 0)
        {
            throw new ArgumentException("Both histograms are empty.", nameof(left));
        }

        RequireProbable(chi2, bins, falseAlarm, FormattableString.Invariant($"worst pull {worst:F2}"));
    }

    /// <summary>Requires values to follow a continuous distribution, by Kolmogorov and Smirnov.</summary>
    /// <exception cref="StatisticalAssertException">The p-value is below the false-alarm probability.</exception>
    public static void Follows(IReadOnlyCollection<double> values, Func<double, double> cumulative, double falseAlarm)
    {
        ArgumentNullException.ThrowIfNull(values);
        double distance = KolmogorovSmirnov.Statistic(values, cumulative);
        double probability = KolmogorovSmirnov.UpperTailProbability(distance, values.Count);
        if (probability < falseAlarm)
        {
            throw new StatisticalAssertException(FormattableString.Invariant(
                $"{values.Count} values do not follow the distribution: distance {distance:G4}, p = {probability:G3} < {falseAlarm:G2}."));
        }
    }

    /// <summary>Requires pulls to have mean 0 and standard deviation 1; the false-alarm probability is shared by the two.</summary>
    /// <exception cref="StatisticalAssertException">One of them is off.</exception>
    public static void PullsAreStandard(ReadOnlySpan<double> pulls, double falseAlarm)
    {
        RunningMoments moments = new();
        foreach (double pull in pulls)
        {
            moments.Add(pull);
        }

        double limit = Normal.TwoSidedLimit(0.5 * falseAlarm);
        double meanPull = moments.Mean / moments.MeanError;
        double widthPull = (moments.StandardDeviation - 1.0) / moments.StandardDeviationError;
        if (!(Math.Abs(meanPull) <= limit && Math.Abs(widthPull) <= limit))
        {
            throw new StatisticalAssertException(FormattableString.Invariant(
                $"{moments.Count} pulls have mean {moments.Mean:F4} +- {moments.MeanError:F4} and width {moments.StandardDeviation:F4} +- {moments.StandardDeviationError:F4}; 0 and 1 are wanted within {limit:F2} errors (false alarm {falseAlarm:G2})."));
        }
    }

    /// <summary>Power companion: requires an assertion to fail when it is fed a deliberately wrong result.</summary>
    /// <param name="mutant">What is wrong, for the message.</param>
    /// <param name="assertion">The assertion on the wrong result.</param>
    /// <exception cref="StatisticalAssertException">The assertion passed: the test is too weak to see this fault.</exception>
    public static void RejectsMutant(string mutant, Action assertion)
    {
        ArgumentNullException.ThrowIfNull(assertion);
        try
        {
            assertion();
        }
        catch (StatisticalAssertException)
        {
            return;
        }

        throw new StatisticalAssertException($"The test does not notice a mutant ({mutant}): it needs more statistics or a sharper assertion.");
    }

    private static void RequireProbable(double chi2, int degreesOfFreedom, double falseAlarm, string detail)
    {
        double probability = ChiSquared.UpperTailProbability(chi2, degreesOfFreedom);
        if (!(probability >= falseAlarm))
        {
            throw new StatisticalAssertException(FormattableString.Invariant(
                $"chi2 = {chi2:F1} for {degreesOfFreedom} degrees of freedom, p = {probability:G3} < {falseAlarm:G2}; {detail}."));
        }
    }

    private static void RequireLength(int left, int right)
    {
        if (left != right)
        {
            throw new ArgumentException($"Histograms of different binning cannot be compared ({left} and {right} bins).");
        }
    }
}
