using System.Collections.Immutable;
using Isolux.Numerics.Elementary;
using Isolux.Numerics.Random;
using Isolux.Quantities;

namespace Isolux.Campaign.Planning;

/// <summary>
/// Shortens a closed tour by simulated annealing (S. Kirkpatrick, C. D. Gelatt and M. P. Vecchi, Science 220 (1983) 671) whose moves turn a part of the tour around so that a
/// point comes next to one of its nearest neighbours. The best tour seen counts, so none is longer than the one it began with. The same points give the same tour.
/// </summary>
internal sealed class TourSearch
{
    private const int Neighbours = 10;
    private const int MovesPerPoint = 20_000;
    private const double HottestRatio = 0.3;
    private const double ColdestRatio = 0.001;
    private readonly double[,] _lengthMm;
    private readonly int[][] _nearest;
    private readonly int[] _tour;
    private readonly int[] _place;

    private TourSearch(ImmutableArray<Position> stops)
    {
        int count = stops.Length;
        _lengthMm = new double[count, count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                _lengthMm[i, j] = stops[i].DistanceToMm(stops[j]);
            }
        }

        _tour = [.. Enumerable.Range(0, count)];
        _place = [.. _tour];
        _nearest = [.. _tour.Select(i => _tour.Where(j => j != i).OrderBy(j => _lengthMm[i, j]).Take(Neighbours).ToArray())];
    }

    /// <summary>A tour at least as short, from and to the same entrance.</summary>
    public static ImmutableArray<Position> Shorten(Position entrance, ImmutableArray<Position> tour)
    {
        if (tour.Length < 3)
        {
            return tour;
        }

        ImmutableArray<Position> stops = [entrance, .. tour];
        return [.. new TourSearch(stops).Anneal().Select(stop => stops[stop])];
    }

    private IEnumerable<int> Anneal()
    {
        int count = _tour.Length;
        RandomSequence random = new(0, 0, RandomStream.RouteSearch, 0, 0);
        double lengthMm = Enumerable.Range(0, count).Sum(i => Leg(i));
        double shortestMm = lengthMm;
        int[] shortest = [.. _tour];
        double temperatureMm = HottestRatio * lengthMm / count;
        long moves = (long)MovesPerPoint * count;
        double cooling = Elementary64.Exp(Elementary64.Log(ColdestRatio / HottestRatio) / moves);
        for (long move = 0; move < moves; move++, temperatureMm *= cooling)
        {
            int from = (int)(random.NextDouble() * count);
            int[] near = _nearest[from];
            int to = near[(int)(random.NextDouble() * near.Length)];
            (int first, int last) = Order(_place[from], _place[to]);
            int after = (last + 1) % count;
            double changeMm = _lengthMm[_tour[first], _tour[last]] + _lengthMm[_tour[first + 1], _tour[after]] - Leg(first) - Leg(last);
            if (changeMm > 0 && random.NextDouble() >= Elementary64.Exp(-changeMm / temperatureMm))
            {
                continue;
            }

            TurnAround(first + 1, last);
            lengthMm += changeMm;
            if (lengthMm < shortestMm)
            {
                shortestMm = lengthMm;
                _tour.CopyTo(shortest, 0);
            }
        }

        // Stop 0 is the entrance: everything after it, around the circle.
        int entrance = Array.IndexOf(shortest, 0);
        return Enumerable.Range(1, count - 1).Select(i => shortest[(entrance + i) % count]);
    }

    private double Leg(int place) => _lengthMm[_tour[place], _tour[(place + 1) % _tour.Length]];

    private void TurnAround(int first, int last)
    {
        Array.Reverse(_tour, first, last - first + 1);
        for (int i = first; i <= last; i++)
        {
            _place[_tour[i]] = i;
        }
    }

    private static (int First, int Last) Order(int left, int right) => left < right ? (left, right) : (right, left);
}
