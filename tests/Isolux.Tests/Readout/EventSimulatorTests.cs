using Isolux.Detector;
using Isolux.Detector.Photosensors;
using Isolux.Detector.Readout;
using Isolux.Events.Hits;
using Isolux.Numerics.Statistics;
using Isolux.Quantities;
using Isolux.Simulation.Samples;
using Isolux.Storage.Events;
using Isolux.Testing;
using Isolux.Testing.Events;
using Isolux.Tests.Response;
using Isolux.Tests.Storage;
using Xunit;

namespace Isolux.Tests.Readout;

/// <summary>Triggered events: replay, charges, dark noise, dead channels, merging of pulses. Fixed seeds; every statistical test has a false-alarm rate of 1e-4.</summary>
public sealed class EventSimulatorTests(ToyResponse toy) : IClassFixture<ToyResponse>
{
    private const double FalseAlarm = 1e-4;
    private static readonly int s_large = ReadoutToy.Detector.Photosensors.Count(sensor => sensor.Type.Kind == SensorKind.Lpmt);

    [Fact]
    public void Events_depend_on_their_number_alone()
    {
        MemoryEvents reference = Simulate(Settings() with { Threads = 1 }, 0.3, 0, 90);
        MemoryEvents other = Simulate(Settings() with { Threads = 2, EventsPerBatch = 7 }, 0.3, 0, 90);
        MemoryEvents tail = Simulate(Settings() with { Threads = 2, EventsPerBatch = 31 }, 0.3, 60, 30);
        Assert.Equal(Flat(reference.Batches), Flat(other.Batches));
        Assert.Equal(reference.Truth, other.Truth);
        Assert.Equal(Flat(reference.Batches).Where(hit => hit.Event >= 60), Flat(tail.Batches));
    }

    [Fact]
    public void An_interrupted_run_goes_on_to_the_same_bytes()
    {
        using TemporaryFolder folder = new();
        EventSimulator simulator = Simulator(ReadoutToy.Detector, Settings(), 5.0);
        string whole = Write("whole", 0);
        string resumed = Write("resumed", 250);
        foreach (string file in new[] { "hits.parquet", "events.parquet", "truth.parquet" })
        {
            Assert.Equal(File.ReadAllBytes(Path.Combine(whole, file)), File.ReadAllBytes(Path.Combine(resumed, file)));
        }

        using ParquetEventSource source = ParquetEventSource.Open(whole);
        Assert.Equal(simulator.Window, source.Run.Window);

        string Write(string name, int interruptedAt)
        {
            string path = Path.Combine(folder.Path, name);
            EventOrigin origin = new("test", "detector", "inputs");
            if (interruptedAt > 0)
            {
                using ParquetEventSink first = ParquetEventSink.Create(path, Run(simulator), origin);
                simulator.Simulate(0, interruptedAt, first, null, TestContext.Current.CancellationToken);
            }

            using ParquetEventSink sink = ParquetEventSink.Create(path, Run(simulator), origin);
            Assert.Equal(interruptedAt > 0, sink.EventCount > 0);
            int next = sink.LastEventNumber is { } last ? (int)last + 1 : 0;
            simulator.Simulate(next, 300 - next, sink, null, TestContext.Current.CancellationToken);
            sink.Complete();
            return path;
        }
    }

    [Fact]
    public void Another_run_or_seed_is_another_sample()
    {
        var reference = Flat(Simulate(Settings(), 0.3, 0, 5).Batches);
        Assert.NotEqual(reference, Flat(Simulate(Settings() with { Run = 4 }, 0.3, 0, 5).Batches));
        Assert.NotEqual(reference, Flat(Simulate(Settings() with { Seed = 4 }, 0.3, 0, 5).Batches));
    }

    [Fact]
    public void Without_smearing_spread_and_noise_the_charge_is_the_photoelectrons()
    {
        EventSimulatorSettings plain = Settings() with { ChargeSmearing = false, ChannelSpread = false, DarkNoise = false };
        MemoryEvents events = Simulate(plain, 1.0, 0, 20);
        for (int i = 0; i < events.Truth.Count; i++)
        {
            HitView hits = events.Batches[0][i];
            double largePe = 0;
            for (int hit = 0; hit < hits.Channels.Length; hit++)
            {
                largePe += hits.Channels[hit] < s_large ? hits.ChargesPe[hit] : 0.0;
            }

            Assert.Equal(events.Truth[i].LpmtPhotoElectrons, largePe);
        }
    }

    [Fact]
    public void Charges_have_mean_one_and_the_declared_spread_and_a_shifted_mean_is_rejected()
    {
        MemoryEvents events = Simulate(Settings() with { ChannelSpread = false, DarkNoise = false }, 0.01, 0, 3000);
        RunningMoments large = new();
        foreach ((_, int channel, float chargePe, _) in Flat(events.Batches))
        {
            if (channel < s_large)
            {
                large.Add(chargePe);
            }
        }

        // Two photoelectrons in one pulse: half a percent, that is the same number of photoelectrons in fewer pulses.
        double photoElectrons = events.Truth.Sum(truth => truth.LpmtPhotoElectrons);
        double meanPe = large.Mean * large.Count / photoElectrons;
        StatisticalAssert.Agrees(meanPe, large.MeanError, 1.0, FalseAlarm);
        Assert.Throws<StatisticalAssertException>(() => StatisticalAssert.Agrees(meanPe + 0.02, large.MeanError, 1.0, FalseAlarm));
    }

    [Fact]
    public void Dark_noise_fills_the_window_at_the_rates_of_the_channels()
    {
        EventSimulatorSettings settings = Settings() with { ChannelSpread = false, Window = new ReadoutWindow(-400, 600) };
        MemoryEvents events = Simulate(settings, 0.0, 0, 1000);
        var hits = Flat(events.Batches);
        double expected = ReadoutToy.Detector.Photosensors.Sum(sensor => sensor.Type.MeanDarkPe(1000.0)) * 1000;
        StatisticalAssert.Agrees(hits.Count, Math.Sqrt(expected), expected, FalseAlarm);
        Assert.True(hits.Min(hit => hit.TimeNs) > -402 && hits.Max(hit => hit.TimeNs) < 605);
        StatisticalAssert.Agrees(hits.Average(hit => (double)hit.TimeNs), 1000.0 / Math.Sqrt(12.0 * hits.Count), 100.0, FalseAlarm);
    }

    [Fact]
    public void Dead_channels_are_silent_and_efficiencies_scale_the_light()
    {
        DetectorDescription uneven = ReadoutToy.Detector with { Efficiency = new EfficiencySpread(0.2, 0.05, DeadRegion.All) };
        EventSimulator simulator = Simulator(uneven, Settings(), 0.2);
        MemoryEvents events = new(Run(simulator));
        simulator.Simulate(0, 1000, events, null, CancellationToken.None);
        double[] counts = new double[uneven.Photosensors.Length];
        foreach ((_, int channel, _, _) in Flat(events.Batches))
        {
            counts[channel]++;
        }

        Assert.All(Enumerable.Range(0, s_large).Where(channel => simulator.Channels.Channels[channel].IsDead), channel => Assert.Equal(0.0, counts[channel]));
        double[] ratios = [.. toy.Map.Pattern.CentralLightRatios()];
        double expected = Enumerable.Range(0, s_large).Sum(channel => ratios[channel] * simulator.Channels.Channels[channel].RelativeEfficiency) / s_large;
        double mean = events.Truth.Average(truth => truth.LpmtPhotoElectrons) / (0.2 * s_large);
        StatisticalAssert.Agrees(mean, Math.Sqrt(mean / (0.2 * s_large * 1000)), expected, FalseAlarm);
    }

    [Fact]
    public void Pulses_of_one_channel_keep_their_distance()
    {
        MemoryEvents events = Simulate(Settings() with { ChannelSpread = false }, 5.0, 0, 5);
        foreach (var channel in Flat(events.Batches).GroupBy(hit => (hit.Event, hit.Channel)))
        {
            float[] timesNs = [.. channel.Select(hit => hit.TimeNs).Order()];
            for (int i = 1; i < timesNs.Length; i++)
            {
                Assert.True(timesNs[i] - timesNs[i - 1] > ReadoutToy.Electronics.PulsePairResolutionNs - 1e-3);
            }
        }
    }

    [Fact]
    public void A_laser_triggers_at_a_fixed_time_and_triggers_come_at_the_rate()
    {
        MemoryEvents events = Simulate(Settings() with { RateHz = 50.0 }, 0.1, 0, 40);
        Assert.All(events.Truth, truth => Assert.Equal(-ReadoutToy.Electronics.TriggerDelayNs, truth.StartTimeNs));
        double[] triggersNs = [.. events.Batches.SelectMany(batch => batch.TriggerTimesNs.ToArray())];
        Assert.All(triggersNs.Index(), trigger => Assert.InRange(trigger.Item, trigger.Index * 2e7, (trigger.Index + 1) * 2e7));
    }

    [Fact]
    public void Asking_for_a_non_linearity_that_is_not_declared_is_refused() =>
        Assert.Throws<InvalidSpecificationException>(() => Simulator(ReadoutToy.Detector, Settings() with { ChargeNonLinearity = true }, 0.1));

    [Fact]
    public void The_non_linearity_takes_charge_from_large_pulses()
    {
        DetectorDescription losing = ReadoutToy.Detector with { Readout = new ChargeReadout(100.0, 0.0) };
        EventSimulatorSettings plain = Settings() with { ChargeSmearing = false, ChannelSpread = false, DarkNoise = false };
        double[] linear = [.. Charges(plain)];
        double[] lost = [.. Charges(plain with { ChargeNonLinearity = true })];
        Assert.All(linear.Zip(lost), pair => Assert.Equal(pair.First > 1.0 ? pair.First / (1.0 + ((pair.First - 1.0) / 99.0)) : pair.First, pair.Second, 4));

        IEnumerable<double> Charges(EventSimulatorSettings settings)
        {
            EventSimulator simulator = Simulator(losing, settings, 5.0);
            MemoryEvents events = new(Run(simulator));
            simulator.Simulate(0, 3, events, null, CancellationToken.None);
            return Flat(events.Batches).Where(hit => hit.Channel < s_large).Select(hit => (double)hit.ChargePe);
        }
    }

    private static EventSimulatorSettings Settings() => new() { Seed = 7, Run = 3, Threads = 2 };

    private MemoryEvents Simulate(EventSimulatorSettings settings, double intensityPe, int first, int count)
    {
        EventSimulator simulator = Simulator(ReadoutToy.Detector, settings, intensityPe);
        MemoryEvents events = new(Run(simulator));
        simulator.Simulate(first, count, events, null, TestContext.Current.CancellationToken);
        return events;
    }

    private EventSimulator Simulator(DetectorDescription detector, EventSimulatorSettings settings, double intensityPe) =>
        new(detector, toy.Map, new LaserEventGenerator(detector, toy.Map, Position.Centre, intensityPe), settings);

    private static EventRun Run(EventSimulator simulator) =>
        new(3, ReadoutToy.Detector.Name, ReadoutToy.Detector.Photosensors.Length, "laser", 7) { Window = simulator.Window };

    private static List<(uint Event, int Channel, float ChargePe, float TimeNs)> Flat(IEnumerable<HitBatch> batches)
    {
        List<(uint, int, float, float)> flat = [];
        foreach (HitBatch batch in batches)
        {
            for (int i = 0; i < batch.Count; i++)
            {
                HitView hits = batch[i];
                for (int hit = 0; hit < hits.Channels.Length; hit++)
                {
                    flat.Add((hits.EventNumber, hits.Channels[hit], hits.ChargesPe[hit], hits.TimesNs[hit]));
                }
            }
        }

        return flat;
    }
}
