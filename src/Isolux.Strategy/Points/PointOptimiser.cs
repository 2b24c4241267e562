using System.Collections.Immutable;
using Isolux.Numerics.Interpolation;
using Isolux.Numerics.Random;

namespace Isolux.Strategy.Points;

/// <summary>Chooses calibration points among candidates, a given number per system. The candidate at the centre always belongs to them: every ratio refers to it.</summary>
/// <param name="candidates">Where measurements could be made.</param>
/// <param name="target">Where the surface is wanted.</param>
/// <param name="space">Coordinates and smoothing of the surface.</param>
/// <param name="seed">Seed of random sets.</param>
internal sealed class PointOptimiser(ImmutableArray<CandidatePoint> candidates, ResponseTarget target, SurfaceSpace space, ulong seed)
{
    private const int RandomSets = 100;
    private const int LargestExchanges = 400;
    private const double LeastGainFraction = 1e-4;
    private readonly string[] _systems = [.. candidates.Select(candidate => candidate.System).Distinct()];

    /// <summary>The chosen candidates, in the order of choice.</summary>
    /// <param name="method">How.</param>
    /// <param name="quotas">Points per system; at least four in all.</param>
    /// <param name="cancellation">Stops the search.</param>
    public ImmutableArray<int> Choose(SelectionMethod method, ImmutableSortedDictionary<string, int> quotas, CancellationToken cancellation) => method switch
    {
        SelectionMethod.Random => BestRandom(quotas, cancellation),
        SelectionMethod.SpaceFilling => SpaceFilling(quotas),
        SelectionMethod.LeastVariance => Greedy(quotas, Variance, cancellation).Chosen,
        _ => Exchange(Greedy(quotas, Residual, cancellation), cancellation),
    };

    /// <summary>Goes on from a given set: exchanges points for better ones of the same system while the residual non-uniformity falls.</summary>
    public ImmutableArray<int> Improve(ImmutableArray<int> points, CancellationToken cancellation)
    {
        ImmutableArray<int> first = Anchors(points);
        Design design = new(Start(first), first);
        foreach (int point in points.Except(first))
        {
            design.Toggle(point);
        }

        return Exchange(design, cancellation);
    }

    /// <summary>Residual non-uniformity (rms over the target, fraction) without a point of the set, for each of the set.</summary>
    public ImmutableArray<double> WithoutEach(ImmutableArray<int> points)
    {
        ImmutableArray<int> first = Anchors(points);
        Design design = new(Start(first), first);
        foreach (int point in points.Except(first))
        {
            design.Toggle(point);
        }

        double now = SquaredResidual(design.Spline);
        Moments moments = Moments.Of(design.Spline, target);
        return [.. points.Select(point => Math.Sqrt(Math.Max(0.0, now + ResidualChange(design.Spline, moments, point))))];
    }

    /// <summary>Residual non-uniformity of a set, rms over the target (fraction).</summary>
    public double ResidualRms(ImmutableArray<int> points)
    {
        ImmutableArray<int> first = Anchors(points);
        SplineDesign spline = Start(first);
        foreach (int point in points.Except(first))
        {
            spline.Toggle(point);
        }

        return Math.Sqrt(SquaredResidual(spline));
    }

    // Centre, and what lies nearest to the outer corners of (r^3, cos theta): these three define a plane.
    private ImmutableArray<int> Anchors(IEnumerable<int> among)
    {
        int[] pool = [.. among];
        return
        [
            pool.MinBy(i => candidates[i].Position.RadiusMm),
            pool.MaxBy(i => space.X(candidates[i]) + candidates[i].CosTheta),
            pool.MaxBy(i => space.X(candidates[i]) - candidates[i].CosTheta),
        ];
    }

    private SplineDesign Start(ImmutableArray<int> first)
    {
        double[] u = [.. candidates.Select(space.U), .. target.RadiusMm.Select(space.U)];
        double[] v = [.. candidates.Select(candidate => space.V(candidate.CosTheta)), .. target.CosTheta.Select(space.V)];
        return new SplineDesign(u, v, [.. candidates.Select(candidate => candidate.Ratio)], [.. candidates.Select(candidate => space.Lambda * candidate.Error * candidate.Error)], first.AsSpan());
    }

    private Design Greedy(ImmutableSortedDictionary<string, int> quotas, Func<SplineDesign, Func<int, double>> scoring, CancellationToken cancellation)
    {
        ImmutableArray<int> first = Anchors(Enumerable.Range(0, candidates.Length).Where(i => quotas.GetValueOrDefault(candidates[i].System) > 0));
        Design design = new(Start(first), first);
        while (Open(design, quotas) is { Length: > 0 } open)
        {
            cancellation.ThrowIfCancellationRequested();
            design.Toggle(Best(open, scoring(design.Spline)));
        }

        return design;
    }

    private int[] Open(Design design, ImmutableSortedDictionary<string, int> quotas)
    {
        HashSet<string> open = [.. _systems.Where(system => design.Chosen.Count(i => candidates[i].System == system) < quotas.GetValueOrDefault(system))];
        return [.. Enumerable.Range(0, candidates.Length).Where(i => open.Contains(candidates[i].System) && !design.Spline.IsChosen(i))];
    }

    // Points leave that are missed least and the best of the same system take their places; where nothing is gained the point comes back and is not tried again.
    private ImmutableArray<int> Exchange(Design design, CancellationToken cancellation)
    {
        int centre = Anchors(design.Chosen)[0];
        HashSet<int> settled = [centre];
        for (int exchange = 0; exchange < LargestExchanges && design.Chosen.Any(i => !settled.Contains(i)); exchange++)
        {
            cancellation.ThrowIfCancellationRequested();
            double before = SquaredResidual(design.Spline);
            int leaves = Best([.. design.Chosen.Where(i => !settled.Contains(i))], Residual(design.Spline));
            design.Toggle(leaves);
            int comes = Best(
                [.. Enumerable.Range(0, candidates.Length).Where(i => candidates[i].System == candidates[leaves].System && !design.Spline.IsChosen(i))], Residual(design.Spline));
            design.Toggle(comes);
            if (SquaredResidual(design.Spline) < (1.0 - LeastGainFraction) * before)
            {
                settled.IntersectWith([centre]);
            }
            else
            {
                design.Toggle(comes);
                design.Toggle(leaves);
                settled.Add(leaves);
            }
        }

        return design.Chosen;
    }

    private static int Best(int[] among, Func<int, double> scoreOf)
    {
        double[] scores = new double[among.Length];
        Parallel.For(0, among.Length, i => scores[i] = scoreOf(among[i]));
        return among[Array.IndexOf(scores, scores.Min())];
    }

    // Change of the variance summed over the target.
    private Func<int, double> Variance(SplineDesign spline) => candidate =>
    {
        ReadOnlySpan<double> column = spline.Direction(candidate)[candidates.Length..];
        double sum = 0;
        foreach (double covariance in column)
        {
            sum += covariance * covariance;
        }

        return -spline.VarianceStep(candidate) * sum;
    };

    private Func<int, double> Residual(SplineDesign spline)
    {
        Moments moments = Moments.Of(spline, target);
        return candidate => ResidualChange(spline, moments, candidate);
    }

    // Change of the mean square of d = g / response - 1 about its mean when a point comes or goes.
    private double ResidualChange(SplineDesign spline, Moments moments, int candidate)
    {
        ReadOnlySpan<double> column = spline.Direction(candidate)[candidates.Length..];
        double step = spline.MeanStep(candidate);
        double sum = 0;
        double product = 0;
        double squares = 0;
        for (int i = 0; i < column.Length; i++)
        {
            double change = column[i] / target.Ratio[i];
            sum += change;
            product += change * moments.Differences[i];
            squares += change * change;
        }

        double count = column.Length;
        return ((2.0 * step * (product - (sum * moments.Mean))) + (step * step * (squares - (sum * sum / count)))) / count;
    }

    private double SquaredResidual(SplineDesign spline)
    {
        Moments moments = Moments.Of(spline, target);
        return moments.Differences.Sum(d => (d - moments.Mean) * (d - moments.Mean)) / moments.Differences.Length;
    }

    private ImmutableArray<int> BestRandom(ImmutableSortedDictionary<string, int> quotas, CancellationToken cancellation)
    {
        ImmutableArray<int> best = [];
        double least = double.PositiveInfinity;
        for (uint set = 0; set < RandomSets; set++)
        {
            cancellation.ThrowIfCancellationRequested();
            ImmutableArray<int> drawn = Draw(quotas, set);
            double rms = space.ResidualRms([.. drawn.Select(i => candidates[i])], target);
            (best, least) = rms < least ? (drawn, rms) : (best, least);
        }

        return best;
    }

    private ImmutableArray<int> Draw(ImmutableSortedDictionary<string, int> quotas, uint set)
    {
        RandomSequence random = new(seed, set, RandomStream.PointSelection, 0, 0);
        double[] lots = new double[candidates.Length];
        for (int i = 0; i < lots.Length; i++)
        {
            lots[i] = random.NextDouble();
        }

        int centre = Anchors(Enumerable.Range(0, candidates.Length))[0];
        lots[centre] = 0.0;
        return [.. quotas.SelectMany(quota => Enumerable.Range(0, candidates.Length).Where(i => candidates[i].System == quota.Key).OrderBy(i => lots[i]).Take(quota.Value))];
    }

    // Farthest first in the plane (T. F. Gonzalez, Theor. Comput. Sci. 38 (1985) 293).
    private ImmutableArray<int> SpaceFilling(ImmutableSortedDictionary<string, int> quotas)
    {
        List<int> chosen = [Anchors(Enumerable.Range(0, candidates.Length))[0]];
        double[] gapMm = new double[candidates.Length];
        Array.Fill(gapMm, double.PositiveInfinity);
        while (true)
        {
            for (int i = 0; i < gapMm.Length; i++)
            {
                gapMm[i] = Math.Min(gapMm[i], PlaneDistanceMm(candidates[i], candidates[chosen[^1]]));
            }

            HashSet<string> open = [.. _systems.Where(system => chosen.Count(i => candidates[i].System == system) < quotas.GetValueOrDefault(system))];
            int next = Enumerable.Range(0, candidates.Length).Where(i => open.Contains(candidates[i].System) && gapMm[i] > 0).DefaultIfEmpty(-1).MaxBy(i => i < 0 ? 0.0 : gapMm[i]);
            if (next < 0)
            {
                return [.. chosen];
            }

            chosen.Add(next);
        }
    }

    private static double PlaneDistanceMm(CandidatePoint left, CandidatePoint right)
    {
        double rhoMm = left.Position.RhoMm - right.Position.RhoMm;
        double zMm = left.Position.ZMm - right.Position.ZMm;
        return Math.Sqrt((rhoMm * rhoMm) + (zMm * zMm));
    }

    private sealed record Moments(double[] Differences, double Mean)
    {
        public static Moments Of(SplineDesign spline, ResponseTarget target)
        {
            ReadOnlySpan<double> surface = spline.Mean[^target.Ratio.Length..];
            double[] differences = new double[surface.Length];
            for (int i = 0; i < differences.Length; i++)
            {
                differences[i] = (surface[i] / target.Ratio[i]) - 1.0;
            }

            return new Moments(differences, differences.Average());
        }
    }

    private sealed class Design(SplineDesign spline, ImmutableArray<int> first)
    {
        private readonly List<int> _chosen = [.. first];

        public SplineDesign Spline { get; } = spline;

        public ImmutableArray<int> Chosen => [.. _chosen];

        public void Toggle(int candidate)
        {
            Spline.Toggle(candidate);
            if (!_chosen.Remove(candidate))
            {
                _chosen.Add(candidate);
            }
        }
    }
}
