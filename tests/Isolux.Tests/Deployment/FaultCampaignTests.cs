using System.Collections.Immutable;
using Isolux.Campaign.Engine;
using Isolux.Campaign.Planning;
using Isolux.SimulatedHardware;
using Isolux.SimulatedHardware.Faults;
using Xunit;

namespace Isolux.Tests.Deployment;

public sealed class FaultCampaignTests
{
    private const int Schedules = 10_000;

    private static readonly DateTimeOffset Start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Nothing_is_lost_under_ten_thousand_schedules_of_faults() => NothingIsLost(Schedules);

    // Two minutes of two cores: with `-explicit only`.
    [Fact(Explicit = true)]
    public void Nothing_is_lost_under_a_hundred_thousand_schedules_of_faults() => NothingIsLost(10 * Schedules);

    [Theory]
    [InlineData(Interlocks.SingleSource, Invariant.SingleSource)]
    [InlineData(Interlocks.KnownPosition, Invariant.KnownPosition)]
    [InlineData(Interlocks.Tension | Interlocks.ExpectedTension, Invariant.TensionWindow)]
    [InlineData(Interlocks.DeadMan, Invariant.LivingHost)]
    [InlineData(Interlocks.Following, Invariant.AdmittedSpace)]
    public void An_interlock_that_is_missing_is_noticed(Interlocks missing, Invariant expected) =>
        Assert.Contains(Run(1500, Interlocks.All & ~missing), o => o.Broken == expected);

    [Fact]
    public void No_fault_alone_breaks_anything_or_goes_unended()
    {
        foreach (FaultKind kind in Enum.GetValues<FaultKind>())
        {
            foreach ((ExpandedPlan plan, int unit) in new[] { (SmallCampaign.AxisAndTube, 0), (SmallCampaign.TubeAndLoop, 1), (SmallCampaign.AxisAndTube, 3), (SmallCampaign.VehicleAndAxis, 4), (SmallCampaign.ThreeSources, 0) })
            {
                for (double atMinutes = 5.0; atMinutes < 80.0; atMinutes += 25.0)
                {
                    FaultOutcome outcome = new FaultCampaign(plan, SmallCampaign.Detector).Run(1, [new Fault(kind, unit, atMinutes, 12.0, 50.0)]);
                    Assert.True(outcome is { Broken: null, Points: PointRecord.Complete, Outcome: EngineOutcome.Completed or EngineOutcome.Aborted or EngineOutcome.Stuck }, $"{kind} at {atMinutes} min: {outcome}");
                }
            }
        }
    }

    [Fact]
    public void Missing_limits_are_noticed()
    {
        // At the lowest point, just after a sign of life and before the host freezes for half a minute, somebody else pays out 49 m.
        ImmutableArray<Fault> faults = [new(FaultKind.HostFrozen, 0, 3400.8 / 60.0, 0.45, 0.0), new(FaultKind.StrayCommand, 0, 3402.0 / 60.0, 0.0, 0.98)];
        Assert.Equal(Invariant.AdmittedSpace, new FaultCampaign(SmallCampaign.Deep, SmallCampaign.Detector, Interlocks.All & ~Interlocks.Limits).Run(1, faults).Broken);
        Assert.Null(new FaultCampaign(SmallCampaign.Deep, SmallCampaign.Detector).Run(1, faults).Broken);
    }

    [Fact]
    public void A_single_confirmation_of_storage_is_noticed()
    {
        // The source that stays on the axis system leaves while its switch is stuck: only the identity tells.
        ImmutableArray<Fault> faults = [new(FaultKind.ParkSwitchStuck, 0, 39.0, 2000.0, 1.0), new(FaultKind.StrayCommand, 0, 40.0, 0.0, 0.2)];
        Assert.True(Directed(Interlocks.All & ~Interlocks.ParkIdentity, faults).Broken is Invariant.ConfirmedStorage or Invariant.RetrievedOrStuck);
        Assert.Null(Directed(Interlocks.All, faults).Broken);
    }

    [Fact]
    public void A_source_that_nobody_brings_home_is_noticed()
    {
        ImmutableArray<Fault> faults = [new(FaultKind.HostKilled, 0, 20.0, 1.0, 0.0)];
        var watched = new CheckedSite(new SimulatedSite(SmallCampaign.Detector, 1, faults, Start), SmallCampaign.Detector, faults);
        Assert.Throws<HostKilledException>(() => new RunEngine(SmallCampaign.AxisAndTube, SmallCampaign.Detector, watched, watched, UninterruptedOperator.Instance).Run());
        watched.CheckEnd();
        Assert.Equal(Invariant.RetrievedOrStuck, watched.Broken?.Invariant);
    }

    private static void NothingIsLost(int schedules)
    {
        FaultOutcome[] outcomes = Run(schedules, Interlocks.All);
        FaultOutcome[] broken = [.. outcomes.Where(o => o.Broken is not null || o.Points != PointRecord.Complete)];
        Assert.True(broken.Length == 0, string.Join('\n', broken.Take(5)));
        Assert.True(outcomes.Count(o => o.Outcome == EngineOutcome.Completed) > schedules / 2);
        Assert.DoesNotContain(outcomes, o => o.Outcome is EngineOutcome.Halted or EngineOutcome.Left);
    }

    private static FaultOutcome Directed(Interlocks interlocks, params ImmutableArray<Fault> faults) =>
        new FaultCampaign(SmallCampaign.AxisAndTube, SmallCampaign.Detector, interlocks).Run(1, faults);

    private static FaultOutcome[] Run(int count, Interlocks interlocks)
    {
        FaultCampaign[] campaigns =
        [
            new(SmallCampaign.AxisAndTube, SmallCampaign.Detector, interlocks),
            new(SmallCampaign.TubeAndLoop, SmallCampaign.Detector, interlocks),
            new(SmallCampaign.VehicleAndAxis, SmallCampaign.Detector, interlocks),
            new(SmallCampaign.ThreeSources, SmallCampaign.Detector, interlocks),
        ];
        var outcomes = new FaultOutcome[count];
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i => outcomes[i] = campaigns[(i % 8) switch { 0 or 4 => 1, 2 => 2, 6 => 3, _ => 0 }].Run((ulong)i));
        return outcomes;
    }
}
