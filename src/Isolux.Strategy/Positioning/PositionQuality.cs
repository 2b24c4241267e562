using System.Collections.Immutable;
using Isolux.Campaign.Positioning;
using Isolux.Numerics.Statistics;
using Isolux.Quantities;

namespace Isolux.Strategy.Positioning;

/// <summary>How well fixes say where sources were.</summary>
/// <param name="Trials">Sources.</param>
/// <param name="RefusedFraction">Fraction without a fix.</param>
/// <param name="GrossFraction">Fraction with a fix that is farther off than <see cref="GrossMm"/>.</param>
/// <param name="RmsMm">Rms distance of fix and truth of the others, mm; NaN without any.</param>
/// <param name="Quantile95Mm">95 % of all distances are below, mm.</param>
/// <param name="ExpectedRmsMm">Rms distance by the covariances, mm.</param>
/// <param name="Pulls">Pulls of all coordinates but those of gross errors.</param>
/// <param name="Within1Fraction">Fraction of fixes whose ellipsoid of 68.3 % holds the truth.</param>
/// <param name="Within2Fraction">Fraction whose ellipsoid of 95.4 % does.</param>
internal sealed record PositionQuality(
    int Trials,
    double RefusedFraction,
    double GrossFraction,
    double RmsMm,
    double Quantile95Mm,
    double ExpectedRmsMm,
    ImmutableArray<double> Pulls,
    double Within1Fraction,
    double Within2Fraction)
{
    /// <summary>Beyond this distance a fix is a gross error, mm.</summary>
    public const double GrossMm = 200.0;

    private const double Outside1 = 0.3173;
    private const double Outside2 = 0.0455;

    /// <summary>Mean and width of the pulls.</summary>
    public RunningMoments PullMoments => new Report.PullPicture(string.Empty, Pulls).Moments;

    /// <summary>Compares fixes with truths.</summary>
    public static PositionQuality Of(IReadOnlyCollection<(Position Truth, PositionFix? Fix)> trials)
    {
        (Position Truth, PositionFix Fix, double DistanceMm)[] located =
            [.. trials.Where(trial => trial.Fix is not null).Select(trial => (trial.Truth, trial.Fix!, trial.Fix!.Position.DistanceToMm(trial.Truth))).OrderBy(trial => trial.Item3)];
        (Position Truth, PositionFix Fix, double DistanceMm)[] near = [.. located.Where(trial => trial.DistanceMm <= GrossMm)];
        double[] probabilities = [.. located.Select(trial => trial.Fix.ProbabilityAt(trial.Truth))];
        return new PositionQuality(
            trials.Count,
            1.0 - ((double)located.Length / trials.Count),
            (double)(located.Length - near.Length) / trials.Count,
            Math.Sqrt(near.Select(trial => trial.DistanceMm * trial.DistanceMm).DefaultIfEmpty(double.NaN).Average()),
            located.Length > 0 ? located[(int)(0.95 * (located.Length - 1))].DistanceMm : double.NaN,
            Math.Sqrt(near.Select(trial => trial.Fix.DistanceErrorMm * trial.Fix.DistanceErrorMm).DefaultIfEmpty(double.NaN).Average()),
            [.. near.SelectMany(trial => PullsOf(trial.Truth, trial.Fix))],
            (double)probabilities.Count(p => p > Outside1) / located.Length,
            (double)probabilities.Count(p => p > Outside2) / located.Length);
    }

    private static double[] PullsOf(Position truth, PositionFix fix)
    {
        Position away = fix.Position - truth;
        return [away.XMm / fix.Covariance.Error(0), away.YMm / fix.Covariance.Error(1), away.ZMm / fix.Covariance.Error(2)];
    }
}
