using System.Collections.Immutable;
using Isolux.Campaign.Engine;
using Isolux.Campaign.Kinematics;
using Isolux.Campaign.Planning;
using Isolux.Detector;

namespace Isolux.SimulatedHardware.Faults;

/// <summary>Runs a plan under random faults and checks that nothing is ever lost.</summary>
/// <param name="plan">The plan, every deployment on one unit.</param>
/// <param name="detector">The detector.</param>
/// <param name="interlocks">Interlocks that work.</param>
public sealed class FaultCampaign(ExpandedPlan plan, DetectorDescription detector, Interlocks interlocks = Interlocks.All)
{
    private static readonly DateTimeOffset Start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly double _windowMinutes = plan.Steps.Sum(step => step.TravelMinutes + step.DataMinutes) + 30.0;

    /// <summary>One schedule of random faults.</summary>
    public FaultOutcome Run(ulong seed) => Run(seed, FaultSchedule.Random(seed, _windowMinutes));

    /// <summary>One schedule of given faults.</summary>
    public FaultOutcome Run(ulong seed, ImmutableArray<Fault> faults)
    {
        var site = new SimulatedSite(detector, seed, faults, Start, interlocks: interlocks);
        var watched = new CheckedSite(site, detector, faults);
        EngineOutcome? outcome = null;
        while (outcome is null)
        {
            try
            {
                outcome = new RunEngine(plan, detector, watched, watched, UninterruptedOperator.Instance).Run();
            }
            catch (HostKilledException)
            {
                watched.WaitAlone();
            }
        }

        watched.CheckEnd();
        bool lostOrDoubled = watched.PointSteps.Distinct().Count() != watched.PointSteps.Count
            || (outcome == EngineOutcome.Completed && watched.PointSteps.Count != plan.Steps.Count(step => step.Kind == StepKind.TakeData));
        return new FaultOutcome(seed, outcome.Value, watched.Broken?.Invariant, watched.Broken?.Where, lostOrDoubled ? PointRecord.LostOrDoubled : PointRecord.Complete, watched.Messages, site.NowSeconds);
    }
}
