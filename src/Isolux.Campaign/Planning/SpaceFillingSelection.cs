using System.Collections.Immutable;
using Isolux.Campaign.Documents;

namespace Isolux.Campaign.Planning;

/// <summary>
/// Greedy space filling (T. F. Gonzalez, Theor. Comput. Sci. 38 (1985) 293): always the candidate farthest from everything chosen so far, in the
/// (rho, z) plane. Ties go to the earlier candidate.
/// </summary>
public static class SpaceFillingSelection
{
    /// <summary>Chooses points that fill what others leave open.</summary>
    /// <param name="candidates">Points to choose from.</param>
    /// <param name="occupied">Points measured anyway; at least one.</param>
    /// <param name="count">How many to choose.</param>
    /// <returns>The chosen points, in the order of choice.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer candidates than asked for, or nothing to start from.</exception>
    public static ImmutableArray<SurveyPoint> Choose(ImmutableArray<SurveyPoint> candidates, ImmutableArray<SurveyPoint> occupied, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, candidates.Length);
        ArgumentOutOfRangeException.ThrowIfZero(occupied.Length);
        double[] gapM = [.. candidates.Select(candidate => occupied.Min(point => DistanceM(candidate, point)))];
        var chosen = ImmutableArray.CreateBuilder<SurveyPoint>(count);
        while (chosen.Count < count)
        {
            SurveyPoint next = candidates[Array.IndexOf(gapM, gapM.Max())];
            chosen.Add(next);
            for (int i = 0; i < gapM.Length; i++)
            {
                gapM[i] = Math.Min(gapM[i], DistanceM(candidates[i], next));
            }
        }

        return chosen.MoveToImmutable();
    }

    private static double DistanceM(SurveyPoint left, SurveyPoint right) =>
        Math.Sqrt(((left.RhoM - right.RhoM) * (left.RhoM - right.RhoM)) + ((left.ZM - right.ZM) * (left.ZM - right.ZM)));
}
