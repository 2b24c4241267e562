using System.Collections.Immutable;
using Isolux.Campaign.Planning;
using Isolux.Detector;
using Isolux.Detector.Light;
using Isolux.Simulation.Response;
using Isolux.Strategy.Response;
using Isolux.Strategy.Run;
using Isolux.Strategy.Summary;

namespace Isolux.Strategy.Points;

/// <summary>Chooses calibration points in several ways and judges every set by the same positrons, corrected with the map its points give.</summary>
/// <param name="detector">The detector.</param>
/// <param name="plan">The campaign whose neutron survey is to be matched: points, events and minutes.</param>
/// <param name="maps">Gives the response map.</param>
/// <param name="settings">Sets to compare, seed, statistics, threads.</param>
public sealed class PointStudy(DetectorDescription detector, ExpandedPlan plan, ResponseMapProvider maps, PointStudySettings settings)
{
    private const double MmPerM = 1000.0;
    private const double Percent = 100.0;
    private const string DeclaredMethod = "declared";
    private readonly RunSettings _run = new() { Seed = settings.Seed, StatisticsFactor = settings.StatisticsFactor, Threads = settings.Threads };

    /// <summary>Runs the study.</summary>
    /// <param name="progress">Told the stage and the fraction of it done.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InvalidSpecificationException">The detector or the plan lacks something the study needs.</exception>
    /// <exception cref="OperationCanceledException">The study was stopped.</exception>
    public PointStudyResult Evaluate(IProgress<RunStage>? progress, CancellationToken cancellation)
    {
        MapSurvey survey = MapSurvey.Of(detector, plan);
        progress?.Report(new RunStage("response", 0.0));
        DetectorSimulation simulation = new(detector, maps.Provide(detector, null, cancellation), _run);
        FoldedResponse positrons = new ResidualTermsStudy(simulation, survey, _run).Positrons(simulation);
        progress?.Report(new RunStage("response", 0.5));
        ExpectedMeasurement expected = new(simulation, survey.Source, _run.Seed);
        ImmutableArray<CandidatePoint> declared = Usable(simulation, survey, expected);
        int events = survey.Points.Select(point => point.Events).Order().ElementAt(survey.Points.Length / 2);
        ImmutableArray<CandidatePoint> candidates = expected.At(CandidateGrid.Of(detector, declared.Select(point => point.System).Distinct()), events, _run.Threads);
        progress?.Report(new RunStage("response", 1.0));

        DirectResolution resolution = new(simulation, expected.LightYieldPePerMeV, _run.PositronEvents, _run, cancellation);
        PointSetJudge judge = new(simulation, positrons, resolution, _run);
        ResponseTarget target = ResponseTarget.Of(positrons, simulation.Geometry.FiducialRadiusMm);
        JudgedSet reference = judge.Judge(declared);
        SurfaceSpace space = SurfaceSpace.Of(reference.Surface, simulation.Geometry.ScintillatorRadiusMm);
        List<PointSetSummary> sets = [judge.Summarise(DeclaredMethod, survey.Points.Length, reference, reference)];
        ImmutableArray<CandidatePoint> best = declared;
        double least = double.PositiveInfinity;
        (int Count, SelectionMethod Method)[] wanted = [.. settings.Counts.Append(survey.Points.Length).Distinct().Order().SelectMany(count => settings.Methods.Select(method => (count, method)))];
        for (int i = 0; i < wanted.Length; i++)
        {
            progress?.Report(new RunStage("choosing points", (double)i / wanted.Length));
            JudgedSet chosen = Choose(wanted[i].Method, Quotas(survey, wanted[i].Count), candidates, target, space, judge, cancellation);
            PointSetSummary summary = judge.Summarise(Name(wanted[i].Method), wanted[i].Count, chosen, reference);
            sets.Add(summary);
            if (wanted[i].Count == survey.Points.Length && summary.ATildePercent < least)
            {
                (best, least) = (chosen.Points, summary.ATildePercent);
            }
        }

        progress?.Report(new RunStage("value of points", 0.0));
        return new PointStudyResult(
            plan.Name,
            detector.Name,
            survey.Source.Name,
            simulation.Geometry.ScintillatorRadiusMm / MmPerM,
            candidates.Length,
            resolution.Of(resolution.Correct(point => positrons.EvaluateAzimuthalMean(point.RadiusMm, point.CosTheta))).ATildePercent,
            resolution.Of(resolution.Correct(_ => 1.0)).ATildePercent,
            [.. sets],
            Value(declared, target, space, reference),
            Value(best, target, space, reference),
            [.. declared.GroupBy(point => point.System).Select(system => Value(system.Key, declared, judge, reference))]);
    }

    /// <summary>Name of a method as results carry it.</summary>
    public static string Name(SelectionMethod method) => method switch
    {
        SelectionMethod.Random => "random",
        SelectionMethod.SpaceFilling => "space-filling",
        SelectionMethod.LeastVariance => "least-variance",
        _ => "least-residual",
    };

    private static ImmutableArray<CandidatePoint> Usable(DetectorSimulation simulation, MapSurvey survey, ExpectedMeasurement expected) =>
    [
        .. survey.Points
            .Where(point => AxialObstruction.SolidAngleFraction(simulation.Geometry, point.Position) <= CampaignSimulation.LargestObstructedFraction)
            .Select(point => expected.At(point.System, point.Position, point.Events))
            .OfType<CandidatePoint>(),
    ];

    // What the least residual is sought in are scale and smoothing of another set: once it is found, its own take their place and the exchange goes on.
    private JudgedSet Choose(
        SelectionMethod method,
        ImmutableSortedDictionary<string, int> quotas,
        ImmutableArray<CandidatePoint> candidates,
        ResponseTarget target,
        SurfaceSpace space,
        PointSetJudge judge,
        CancellationToken cancellation)
    {
        ImmutableArray<int> chosen = new PointOptimiser(candidates, target, space, _run.Seed).Choose(method, quotas, cancellation);
        JudgedSet judged = judge.Judge([.. chosen.Select(k => candidates[k])]);
        if (method != SelectionMethod.LeastResidual)
        {
            return judged;
        }

        SurfaceSpace own = SurfaceSpace.Of(judged.Surface, space.ReferenceRadiusMm);
        ImmutableArray<int> improved = new PointOptimiser(candidates, target, own, _run.Seed).Improve(chosen, cancellation);
        JudgedSet again = judge.Judge([.. improved.Select(k => candidates[k])]);
        return again.ATildePercent < judged.ATildePercent ? again : judged;
    }

    // Systems keep their shares of the declared survey, at least one point each; the largest takes what rounding leaves.
    private static ImmutableSortedDictionary<string, int> Quotas(MapSurvey survey, int count)
    {
        (string System, int Points)[] shares =
        [
            .. survey.Points.GroupBy(point => point.System)
                .Select(system => (system.Key, Math.Max(1, (int)Math.Round((double)count * system.Count() / survey.Points.Length))))
                .OrderBy(share => share.Item2),
        ];
        shares[^1].Points = count - shares[..^1].Sum(share => share.Points);
        return shares.ToImmutableSortedDictionary(share => share.System, share => share.Points);
    }

    private ImmutableArray<ValuedPoint> Value(ImmutableArray<CandidatePoint> points, ResponseTarget target, SurfaceSpace space, JudgedSet reference)
    {
        PointOptimiser alone = new(points, target, space, _run.Seed);
        ImmutableArray<int> all = [.. Enumerable.Range(0, points.Length)];
        double now = alone.ResidualRms(all);
        ImmutableArray<double> without = alone.WithoutEach(all);
        return
        [
            .. points.Select((point, i) => new ValuedPoint(
                point.System,
                point.Position.RhoMm / MmPerM,
                point.Position.ZMm / MmPerM,
                point.RadiusMm / MmPerM,
                point.CosTheta,
                Percent * point.Error,
                Minutes(point.System) / Math.Max(1, reference.Points.Count(other => other.System == point.System)),
                Percent * ATildeLoss(now, without[i], reference.ATildePercent / Percent))),
        ];
    }

    // A residual r adds (1.6 r)^2 to a~^2, because it widens peaks as the constant term b does.
    private static double ATildeLoss(double rms, double rmsWithout, double aTilde) =>
        ResolutionModel.ConstantTermWeight * ResolutionModel.ConstantTermWeight * ((rmsWithout * rmsWithout) - (rms * rms)) / (2.0 * aTilde);

    private ValuedSystem Value(string system, ImmutableArray<CandidatePoint> declared, PointSetJudge judge, JudgedSet reference)
    {
        JudgedSet left = judge.Judge([.. declared.Where(point => point.System != system || point.Position.RadiusMm < 1.0)]);
        PointSetSummary without = judge.Summarise(system, left.Points.Length, left, reference);
        return new ValuedSystem(
            system, declared.Count(point => point.System == system), Minutes(system), without.ATildeChangePercent, without.ATildeChangeErrorPercent);
    }

    private double Minutes(string system) => plan.Steps
        .Where(step => step.System == system && step.Source == MapSurvey.Of(detector, plan).Source.Name)
        .Sum(step => step.TravelMinutes + step.DataMinutes);
}
