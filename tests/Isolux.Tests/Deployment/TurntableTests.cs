using System.Collections.Immutable;
using Isolux.Campaign.Devices;
using Isolux.Campaign.Engine;
using Isolux.SimulatedHardware;
using Isolux.SimulatedHardware.Faults;
using Xunit;

namespace Isolux.Tests.Deployment;

/// <summary>Spools on a turntable: sources wait on them, only the one above the chimney can go down.</summary>
public sealed class TurntableTests
{
    private static readonly DateTimeOffset Start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Sources_wait_on_their_spools_until_they_are_needed_again()
    {
        (EngineOutcome outcome, ImmutableArray<CustodyEvent> custody) = Run();
        Assert.Equal(EngineOutcome.Completed, outcome);
        Assert.Equal(3, custody.Count(e => e.Action == CustodyAction.Taken));
        Assert.DoesNotContain(custody, e => e.Action == CustodyAction.Returned);
        Assert.Equal(["AmC", "AmBe", "laser", "AmC"], custody.Where(e => e.Action == CustodyAction.Deployed).Select(e => e.Source));
    }

    [Fact]
    public void It_turns_only_while_everything_is_in_storage()
    {
        ImmutableArray<Fault> faults = [new(FaultKind.StrayTurn, 0, 22.0, 0.0, 2.0)];
        Assert.Null(new FaultCampaign(SmallCampaign.ThreeSources, SmallCampaign.Detector).Run(1, faults).Broken);
        Assert.Equal(Invariant.TurntableStill, new FaultCampaign(SmallCampaign.ThreeSources, SmallCampaign.Detector, Interlocks.All & ~Interlocks.Turntable).Run(1, faults).Broken);

        var site = new SimulatedSite(SmallCampaign.Detector, 1, [], Start);
        Assert.Equal(CommandReply.Accepted, site.Send(new DeviceCommand(DeviceCommandKind.Move, 0, new(0.0, 0.0, 28_000.0))));
        site.Wait(TimeSpan.FromSeconds(20.0));
        site.Send(new DeviceCommand(DeviceCommandKind.Stop, 0));
        Assert.Equal(CommandReply.NotParked, site.Send(new DeviceCommand(DeviceCommandKind.Select, 0, Spool: 1)));
    }

    [Fact]
    public void A_turntable_that_is_stuck_ends_the_campaign_with_everything_in_storage()
    {
        (EngineOutcome outcome, ImmutableArray<CustodyEvent> custody) = Run(new Fault(FaultKind.TurntableStuck, 0, 10.0, 1000.0, 0.0));
        Assert.Equal(EngineOutcome.Aborted, outcome);
        Assert.Equal(CustodyAction.Stored, custody[^1].Action);
    }

    [Fact]
    public void A_spool_that_is_not_the_one_it_says_is_told_by_the_identity_of_its_source()
    {
        // The turntable goes one too far on its way back to the first source and reads right; the identity under the reader is none.
        FaultOutcome outcome = new FaultCampaign(SmallCampaign.ThreeSources, SmallCampaign.Detector).Run(1, [new Fault(FaultKind.WrongSpool, 0, 105.0, 15.0, 0.0)]);
        Assert.Null(outcome.Broken);
        Assert.Equal(EngineOutcome.Completed, outcome.Outcome);
        (_, ImmutableArray<CustodyEvent> custody) = Run(new Fault(FaultKind.WrongSpool, 0, 105.0, 15.0, 0.0));
        Assert.Equal(["AmC", "AmBe", "laser", "AmC"], custody.Where(e => e.Action == CustodyAction.Deployed).Select(e => e.Source));
    }

    private static (EngineOutcome Outcome, ImmutableArray<CustodyEvent> Custody) Run(params ImmutableArray<Fault> faults)
    {
        var journal = new CustodyJournal();
        EngineOutcome outcome = new RunEngine(
            SmallCampaign.ThreeSources, SmallCampaign.Detector, new SimulatedSite(SmallCampaign.Detector, 1, faults, Start), journal, UninterruptedOperator.Instance).Run();
        return (outcome, [.. journal.Custody]);
    }

    private sealed class CustodyJournal : IRunJournal
    {
        public List<CustodyEvent> Custody { get; } = [];

        public Checkpoint? Load() => null;

        public void Save(Checkpoint checkpoint, ImmutableArray<RunDocument> documents) => Custody.AddRange(documents.OfType<CustodyEvent>());
    }
}
