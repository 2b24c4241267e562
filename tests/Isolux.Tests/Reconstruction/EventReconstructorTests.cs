using Isolux.Conditions;
using Isolux.Conditions.Payloads;
using Isolux.Events.Hits;
using Isolux.Events.Reconstructed;
using Isolux.Numerics.Statistics;
using Isolux.Quantities;
using Isolux.Reconstruction;
using Isolux.Strategy.Reconstruction;
using Isolux.Testing;
using Xunit;

namespace Isolux.Tests.Reconstruction;

/// <summary>Closure of vertex and energy on flashes of a toy. Fixed seeds; every statistical test has a false-alarm rate of 1e-4.</summary>
public sealed class EventReconstructorTests(ToyReconstruction toy) : IClassFixture<ToyReconstruction>
{
    private const int Flashes = 150;
    private const double FalseAlarm = 1e-4;

    // Tables of the simulation are steps in the angle, those of the payload smooth: a tenth of an error per event may be left.
    private const double ModelPull = 0.1;

    [Theory]
    [InlineData(2.0, 1.0, -3.0)]
    [InlineData(-6.0, 8.0, 6.0)]
    [InlineData(10.0, 9.0, 10.0)]
    public void Pulls_of_vertex_and_energy_have_no_bias_and_unit_width(double x, double y, double z)
    {
        Position truth = Position.FromMetres(x, y, z);
        ReconstructedEvent[] events = toy.Reconstructor(toy.Payload, ReconstructionMode.Full).Reconstruct(toy.Flashes(truth, 5.0, Flashes, 31), 2, TestContext.Current.CancellationToken);
        Assert.All(events, result => Assert.Equal(RecoStatus.Converged, result.Status));
        foreach (Func<ReconstructedEvent, double> pull in new Func<ReconstructedEvent, double>[]
        {
            result => (result.Vertex.XMm - truth.XMm) / result.VertexErrorMm,
            result => (result.Vertex.ZMm - truth.ZMm) / result.VertexErrorMm,
            result => (result.Energy.MeV - 5.0) / result.EnergyErrorMeV,
        })
        {
            RunningMoments moments = new();
            foreach (ReconstructedEvent result in events)
            {
                moments.Add(pull(result));
            }

            StatisticalAssert.Agrees(moments.Mean, Math.Sqrt((1.0 / Flashes) + (ModelPull * ModelPull)), 0.0, FalseAlarm);

            // The error of a vertex is the mean of three directions, of which one may be known better than the others.
            Assert.InRange(moments.StandardDeviation, 0.6, 1.5);
        }
    }

    [Fact]
    public void A_map_of_slower_light_shows_up_as_a_shift_of_vertices()
    {
        Position truth = Position.FromMetres(0, 0, 9);
        HitBatch flashes = toy.Flashes(truth, 5.0, 60, 32);
        HitDelays delays = toy.Payload.Delays;
        HitDelays slow = new(
            delays.SensorRadiusMm, 1.05 * delays.SlownessNsPerMm, delays.RadiiMm, delays.Columns, delays.Probabilities, delays.QuantilesNs, delays.DecayTimesNs, delays.DecayFractions, delays.PromptFraction, delays.SensorTypes, delays.TransitTimeSpreadsNs);
        ExpectedLightMapPayload wrong = new(toy.Payload.PePerMeV, toy.Payload.Light, toy.Payload.Shares, slow, "mutant");
        void Judge(ExpectedLightMapPayload payload)
        {
            ReconstructedEvent[] events = toy.Reconstructor(payload, ReconstructionMode.Full).Reconstruct(flashes, 2, TestContext.Current.CancellationToken);
            double error = events.Average(result => result.VertexErrorMm);
            StatisticalAssert.Agrees(events.Average(result => result.Vertex.ZMm), error * Math.Sqrt((1.0 / events.Length) + (ModelPull * ModelPull)), truth.ZMm, FalseAlarm);
        }

        Judge(toy.Payload);
        StatisticalAssert.RejectsMutant("light 5 % slower", () => Judge(wrong));
    }

    [Theory]
    [InlineData(ReconstructionMode.Charge)]
    [InlineData(ReconstructionMode.Centroid)]
    public void Modes_without_times_find_the_vertex_within_their_errors(ReconstructionMode mode)
    {
        Position truth = Position.FromMetres(-3, 7, 4);
        ReconstructedEvent[] events = toy.Reconstructor(toy.Payload, mode).Reconstruct(toy.Flashes(truth, 5.0, 60, 33), 2, TestContext.Current.CancellationToken);
        Assert.All(events, result => Assert.Equal(RecoStatus.Converged, result.Status));
        Assert.Equal(truth.YMm, events.Average(result => result.Vertex.YMm), 4.0 * 100.0 / Math.Sqrt(60));
        Assert.Equal(5.0, events.Average(result => result.Energy.MeV), 0.05);
    }

    [Fact]
    public void Dead_channels_are_left_out_and_do_not_bias()
    {
        // A patch of dead channels on one side, the light yield measured with it: forgetting them pulls vertices away and costs light.
        Position truth = Position.FromMetres(0, 0, 5);
        ChannelConstantsPayload ideal = IdealChannels.Of(ToyReconstruction.Detector);
        bool[] dead = [.. ToyReconstruction.Detector.Photosensors.Select(sensor => sensor.Centre.ZMm > 0.9 * sensor.Centre.RadiusMm)];
        ChannelConstantsPayload known = new(
            ideal.Gain, ideal.SinglePeSpread, ideal.RelativePde, ideal.TimeOffsetNs, ideal.TimeWalkNs, ideal.DarkRateHz, [.. dead.Select(off => off ? ChannelStatus.Dead : ChannelStatus.Good)], "test");
        double yieldPePerMeV = toy.Payload.PePerMeV * dead.Count(off => !off) / dead.Length;
        HitBatch flashes = Without(toy.Flashes(truth, 5.0, 80, 35), dead);
        void Judge(ChannelConstantsPayload constants)
        {
            var reconstructor = new EventReconstructor(
                ToyReconstruction.Detector, toy.Payload, constants, new LightYieldPayload(yieldPePerMeV, 0, "test"), ToyReconstruction.Window, new ReconstructionSettings());
            ReconstructedEvent[] events = reconstructor.Reconstruct(flashes, 2, TestContext.Current.CancellationToken);
            double error = events.Average(result => result.VertexErrorMm);
            StatisticalAssert.Agrees(events.Average(result => result.Vertex.ZMm), error * Math.Sqrt((1.0 / events.Length) + (ModelPull * ModelPull)), truth.ZMm, FalseAlarm);
            Assert.Equal(5.0, events.Average(result => result.Energy.MeV), 0.05);
        }

        Judge(known);
        StatisticalAssert.RejectsMutant("dead channels forgotten", () => Judge(ideal));
    }

    [Fact]
    public void Threads_do_not_matter()
    {
        HitBatch flashes = toy.Flashes(Position.FromMetres(9, -8, 9), 1.0, 40, 34);
        EventReconstructor reconstructor = toy.Reconstructor(toy.Payload, ReconstructionMode.Full);
        Assert.Equal(reconstructor.Reconstruct(flashes, 1, TestContext.Current.CancellationToken), reconstructor.Reconstruct(flashes, 2, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Few_hits_are_a_status()
    {
        HitBatch empty = new([7], [0.0], [0, 2], [1, 2], [1.0f, 1.0f], [10.0f, 20.0f]);
        ReconstructedEvent result = toy.Reconstructor(toy.Payload, ReconstructionMode.Full).Reconstruct(empty, 1, TestContext.Current.CancellationToken)[0];
        Assert.Equal((7u, RecoStatus.TooFewHits), (result.EventNumber, result.Status));
    }

    [Fact]
    public void A_snapshot_without_expected_light_is_refused() => Assert.Throws<MissingConstantException>(() =>
        new EventReconstructor(ToyReconstruction.Detector, ConditionsSnapshot.NominalForTestsOnly(), ToyReconstruction.Window, new ReconstructionSettings()));

    private static HitBatch Without(HitBatch events, bool[] dead)
    {
        List<int> offsets = [0];
        List<int> kept = [];
        for (int i = 0; i < events.Count; i++)
        {
            kept.AddRange(Enumerable.Range(events.Offsets.Span[i], events.Offsets.Span[i + 1] - events.Offsets.Span[i]).Where(hit => !dead[events.Channels.Span[hit]]));
            offsets.Add(kept.Count);
        }

        return new HitBatch(
            events.EventNumbers.ToArray(), events.TriggerTimesNs.ToArray(), [.. offsets],
            [.. kept.Select(hit => events.Channels.Span[hit])], [.. kept.Select(hit => events.ChargesPe.Span[hit])], [.. kept.Select(hit => events.TimesNs.Span[hit])]);
    }
}
