using System.Collections.Immutable;
using Isolux.Quantities;

namespace Isolux.Campaign.Planning;

/// <summary>
/// A short closed tour from an entrance through points: nearest neighbour, then 2-opt until nothing improves (G. A. Croes, Operations
/// Research 6 (1958) 791). Deterministic; ties go to the earlier point.
/// </summary>
internal static class ShortTour
{
    private const double LeastGainMm = 1e-6;

    public static ImmutableArray<Position> Through(Position entrance, ImmutableArray<Position> points)
    {
        List<Position> left = [.. points];
        List<Position> tour = [entrance];
        while (left.Count > 0)
        {
            Position here = tour[^1];
            Position next = left.MinBy(point => point.DistanceToMm(here));
            left.Remove(next);
            tour.Add(next);
        }

        tour.Add(entrance);
        Position[] improved = [.. tour];
        while (Improve(improved))
        {
        }

        return [.. improved[1..^1]];
    }

    private static bool Improve(Position[] tour)
    {
        bool improved = false;
        for (int i = 1; i < tour.Length - 2; i++)
        {
            for (int j = i + 1; j < tour.Length - 1; j++)
            {
                double gainMm = tour[i - 1].DistanceToMm(tour[i]) + tour[j].DistanceToMm(tour[j + 1])
                    - tour[i - 1].DistanceToMm(tour[j]) - tour[i].DistanceToMm(tour[j + 1]);
                if (gainMm > LeastGainMm)
                {
                    Array.Reverse(tour, i, j - i + 1);
                    improved = true;
                }
            }
        }

        return improved;
    }
}
