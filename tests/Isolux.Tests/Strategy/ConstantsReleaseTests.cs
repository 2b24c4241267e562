using System.Collections.Immutable;
using Isolux.Calibration.LightYield;
using Isolux.Calibration.NonUniformity;
using Isolux.Calibration.Peaks;
using Isolux.Conditions;
using Isolux.Conditions.Payloads;
using Isolux.Numerics.Fitting;
using Isolux.Numerics.Interpolation;
using Isolux.Storage.Conditions;
using Isolux.Strategy.Run;
using Isolux.Tests.Storage;
using Xunit;

namespace Isolux.Tests.Strategy;

/// <summary>Publication of the constants of a run, cut off by a store that fails at every write in turn and taken up again.</summary>
public sealed class ConstantsReleaseTests : IDisposable
{
    private const string Name = "first-light";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Publication_cut_off_anywhere_is_completed_by_the_next_run()
    {
        for (int fatalWrite = 0; fatalWrite < 5; fatalWrite++)
        {
            SqliteConditionsStore store = SqliteConditionsStore.OpenOrCreate(Path.Combine(_folder.Path, $"{fatalWrite}.sqlite"));
            Assert.Throws<ConditionsException>(() => Publish(new FailingStore(store, fatalWrite)));
            Assert.DoesNotContain(store.ListGlobalTags(), tag => tag.State == GlobalTagState.Published);

            ConditionsSnapshot snapshot = Publish(store);
            Assert.Equal(1345.0, snapshot.Get<LightYieldPayload>().ValuePePerMeV);
            Assert.Equal(3, snapshot.Entries.Length);
            Assert.All(store.ListTags(), timeline => Assert.Single(timeline.Intervals));
            Assert.Equal(GlobalTagState.Published, Assert.Single(store.ListGlobalTags()).State);
        }
    }

    [Fact]
    public void A_light_yield_whose_fit_failed_is_not_published()
    {
        SqliteConditionsStore store = SqliteConditionsStore.OpenOrCreate(Path.Combine(_folder.Path, "failed.sqlite"));
        Assert.Throws<ConditionsException>(() => Publish(store, FitStatus.NotConverged));
        Assert.Empty(store.ListGlobalTags());
    }

    private static ConditionsSnapshot Publish(IConditionsStore store, FitStatus status = FitStatus.Converged)
    {
        double[] x = [0.0, 1.0, 0.0, 1.0, 0.5];
        double[] y = [-1.0, -1.0, 1.0, 1.0, 0.0];
        ThinPlateSplineFit surface = new(x, y, [1.0, 1.1, 1.0, 1.1, 1.05], [0.01, 0.01, 0.01, 0.01, 0.01], SmoothingSelection.Interpolation);
        PeakFit peak = new(status, 3132.0, 0.6, 70.0, 0.5, 90.0, 3000.0, 3300.0, 10_000, 18.0, 17);
        CampaignMeasurement measurement = new(
            new LightYieldResult(1345.0, 0.3, peak), new NonUniformityResult(surface, 17_700.0, [], []), [], 10_000, 10_000);
        DarkNoisePayload dark = new(142.7, 0.0, 300.0, "test");
        return new ConstantsRelease(store, TimeProvider.System, Name, new RunNumber(1)).Publish(measurement, dark, [], "test");
    }

    /// <summary>A store whose n-th write fails, as on a disk that is full.</summary>
    private sealed class FailingStore(IConditionsStore store, int fatalWrite) : IConditionsStore
    {
        private int _writes;

        public PublicationReceipt Publish(PublicationRequest request) => Write(() => store.Publish(request));

        public GlobalTag CreateGlobalTag(string name, ImmutableArray<PayloadTag> tags, ChangeNote note) => Write(() => store.CreateGlobalTag(name, tags, note));

        public GlobalTag AdvanceGlobalTag(string name, GlobalTagState next, ChangeNote note) => Write(() => store.AdvanceGlobalTag(name, next, note));

        public ImmutableArray<TagTimeline> ListTags() => store.ListTags();

        public TagTimeline GetTag(PayloadTag tag) => store.GetTag(tag);

        public Payload Read(PayloadId id) => store.Read(id);

        public ImmutableArray<PayloadId> Find(string idPrefix) => store.Find(idPrefix);

        public ImmutableArray<GlobalTag> ListGlobalTags() => store.ListGlobalTags();

        public GlobalTag GetGlobalTag(string name) => store.GetGlobalTag(name);

        private T Write<T>(Func<T> write) => _writes++ == fatalWrite ? throw new ConditionsException("the disk is full") : write();
    }
}
