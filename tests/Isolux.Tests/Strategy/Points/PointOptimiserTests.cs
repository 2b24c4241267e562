using System.Collections.Immutable;
using Isolux.Numerics.Interpolation;
using Isolux.Quantities;
using Isolux.Strategy.Points;
using Xunit;

namespace Isolux.Tests.Strategy.Points;

public sealed class PointOptimiserTests
{
    private const double RadiusMm = 17_700.0;
    private static readonly ImmutableSortedDictionary<string, int> s_quotas =
        ImmutableSortedDictionary<string, int>.Empty.Add("axis", 8).Add("plane", 30).Add("wall", 5);

    private static readonly SurfaceSpace s_space = new(RadiusMm, new AxisScaling(0.5, 0.25), new AxisScaling(0.0, 1.0), 1e-3);
    private readonly ImmutableArray<CandidatePoint> _candidates =
    [
        .. Enumerable.Range(-17, 35).Select(z => Candidate("axis", 0.0, 1000.0 * z)),
        .. Enumerable.Range(1, 16).SelectMany(rho => Enumerable.Range(-16, 33).Select(z => (rho, z)))
            .Where(p => (p.rho * p.rho) + (p.z * p.z) < 17 * 17)
            .Select(p => Candidate("plane", 1000.0 * p.rho, 1000.0 * p.z)),
        .. Enumerable.Range(2, 12).Select(i => Candidate("wall", 17_390.0 * Math.Sin(0.2 * i), 17_390.0 * Math.Cos(0.2 * i))),
    ];

    private readonly ResponseTarget _target = Target();

    private PointOptimiser Optimiser => new(_candidates, _target, s_space, 7);

    [Theory]
    [InlineData(SelectionMethod.Random)]
    [InlineData(SelectionMethod.SpaceFilling)]
    [InlineData(SelectionMethod.LeastVariance)]
    [InlineData(SelectionMethod.LeastResidual)]
    public void Every_system_gets_its_points_and_one_is_the_centre(SelectionMethod method)
    {
        ImmutableArray<int> chosen = Choose(method);
        Assert.Equal(chosen.Length, chosen.Distinct().Count());
        Assert.Equal(s_quotas, chosen.GroupBy(i => _candidates[i].System).ToImmutableSortedDictionary(g => g.Key, g => g.Count()));
        Assert.Contains(chosen, i => _candidates[i].Position.RadiusMm < 1.0);
        Assert.Equal(chosen, Choose(method));
    }

    [Fact]
    public void Knowing_the_response_beats_a_hundred_random_sets_and_blind_filling()
    {
        double least = Optimiser.ResidualRms(Choose(SelectionMethod.LeastResidual));
        double random = Optimiser.ResidualRms(Choose(SelectionMethod.Random));
        double filling = Optimiser.ResidualRms(Choose(SelectionMethod.SpaceFilling));
        Assert.True(least < 0.6 * random && least < 0.6 * filling, $"{least} {random} {filling}");
    }

    [Fact]
    public void Exchange_never_makes_a_set_worse()
    {
        ImmutableArray<int> random = Choose(SelectionMethod.Random);
        ImmutableArray<int> improved = Optimiser.Improve(random, TestContext.Current.CancellationToken);
        Assert.True(Optimiser.ResidualRms(improved) < Optimiser.ResidualRms(random));
        Assert.Equal(random.Length, improved.Length);
    }

    [Fact]
    public void The_spline_of_an_update_is_that_of_the_whole_system()
    {
        ImmutableArray<int> chosen = Choose(SelectionMethod.Random);
        Assert.Equal(s_space.ResidualRms([.. chosen.Select(i => _candidates[i])], _target), Optimiser.ResidualRms(chosen), 1e-9);
    }

    [Fact]
    public void A_point_is_worth_what_is_lost_without_it()
    {
        ImmutableArray<int> chosen = Choose(SelectionMethod.LeastVariance);
        ImmutableArray<double> without = Optimiser.WithoutEach(chosen);
        foreach (int i in new[] { 5, 20, 40 })
        {
            Assert.Equal(Optimiser.ResidualRms(chosen.RemoveAt(i)), without[i], 1e-9);
        }
    }

    private ImmutableArray<int> Choose(SelectionMethod method) => Optimiser.Choose(method, s_quotas, TestContext.Current.CancellationToken);

    // A response like that of a large detector: rises to a ridge at 15.6 m, falls beyond, lower towards the poles.
    private static double Response(double radiusMm, double cosTheta)
    {
        double x = radiusMm / 15_600.0;
        double ridge = x < 1.0 ? 0.15 * x * x : 0.15 - (1.2 * (x - 1.0));
        return 1.0 + (ridge * (1.0 - (0.3 * cosTheta * cosTheta * cosTheta * cosTheta)));
    }

    private static CandidatePoint Candidate(string system, double rhoMm, double zMm)
    {
        Position position = new(rhoMm, 0.0, zMm);
        double cosTheta = position.RadiusMm > 0 ? position.CosTheta : 0.0;
        return new CandidatePoint(system, position, Response(position.RadiusMm, cosTheta), 5e-4, position.RadiusMm, cosTheta, 1.0);
    }

    private static ResponseTarget Target()
    {
        (double RadiusMm, double CosTheta)[] cells =
            [.. Enumerable.Range(0, 400).Select(i => (17_200.0 * Math.Cbrt(((i / 20) + 0.5) / 20), (2.0 * ((i % 20) + 0.5) / 20) - 1.0))];
        return new ResponseTarget([.. cells.Select(c => c.RadiusMm)], [.. cells.Select(c => c.CosTheta)], [.. cells.Select(c => Response(c.RadiusMm, c.CosTheta))]);
    }
}
