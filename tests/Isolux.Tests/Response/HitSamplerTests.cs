using Isolux.Detector.Photosensors;
using Isolux.Events.Hits;
using Isolux.Numerics.Statistics;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Response;
using Isolux.Testing;
using Xunit;

namespace Isolux.Tests.Response;

/// <summary>Hits per event: totals, dark noise, times and replay. Fixed seeds; every statistical test has a false-alarm rate of 1e-4.</summary>
public sealed class HitSamplerTests(ToyResponse toy) : IClassFixture<ToyResponse>
{
    private const ulong Seed = 11;
    private const double FalseAlarm = 1e-4;
    private readonly HitSampler _sampler = new(ToyResponse.Detector, toy.Map);

    [Fact]
    public void Large_sensors_see_exactly_the_counted_photoelectrons()
    {
        MapLightResponse counts = new(toy.Map, ToyResponse.Detector.Scintillation!);
        HitBuffer hits = new();
        for (uint i = 0; i < 20; i++)
        {
            _sampler.Sample(ToyResponse.Deposits, Seed, 3, i, hits);
            LightSample sample = counts.Sample(ToyResponse.Deposits, Seed, 3, i);
            Assert.Equal(sample.ScintillationPe + sample.CherenkovPe, hits.LpmtLightCount);
            Assert.All(hits.Hits[..hits.LpmtLightCount].ToArray(), hit => Assert.Equal(SensorKind.Lpmt, KindOf(hit)));
            Assert.All(hits.Hits.Slice(hits.LpmtLightCount, hits.SpmtLightCount).ToArray(), hit => Assert.Equal(SensorKind.Spmt, KindOf(hit)));
        }
    }

    [Fact]
    public void Small_sensors_see_the_mean_of_their_map()
    {
        RunningMoments small = Moments(400, hits => hits.SpmtLightCount);
        double expected = 0;
        foreach (EnergyDeposit deposit in ToyResponse.Deposits)
        {
            double photons = (ToyResponse.Detector.Scintillation!.PhotonsPerMeV * deposit.QuenchedMeV)
                + (deposit.ExpectedCherenkovPhotons * toy.Map.CherenkovRatio.Evaluate(deposit.Position.RadiusMm));
            expected += photons * toy.Map.Spmt.Evaluate(deposit.Position);
        }

        StatisticalAssert.Agrees(small.Mean, Math.Sqrt(expected / small.Count), expected, FalseAlarm);
    }

    [Fact]
    public void Dark_noise_has_the_declared_rate_in_each_family_and_stays_in_the_window()
    {
        HitBuffer hits = new();
        double[] counts = new double[2];
        const int events = 2000;
        for (uint i = 0; i < events; i++)
        {
            _sampler.Sample([], Seed, 4, i, hits);
            foreach (Hit hit in hits.Hits)
            {
                counts[(int)KindOf(hit)]++;
                Assert.InRange(hit.TimeNs, 0, ToyResponse.Detector.DarkNoiseWindowNs);
            }
        }

        double[] expected = [.. new[] { SensorKind.Lpmt, SensorKind.Spmt }.Select(kind => events * ToyResponse.Detector.Photosensors
            .Where(sensor => sensor.Type.Kind == kind)
            .Sum(sensor => sensor.Type.DarkRateHz * 1e-9 * ToyResponse.Detector.DarkNoiseWindowNs))];
        StatisticalAssert.MatchesExpectation(counts, expected, 0, FalseAlarm);
        StatisticalAssert.RejectsMutant("dark rate 10 % higher", () =>
            StatisticalAssert.MatchesExpectation(counts, [.. expected.Select(mean => 1.1 * mean)], 0, FalseAlarm));
    }

    [Fact]
    public void Scintillation_decay_shifts_the_mean_time_by_its_mean()
    {
        var prompt = new HitSampler(
            ToyResponse.Detector with { Scintillation = ToyResponse.Detector.Scintillation! with { TimeComponents = [] } }, toy.Map);
        EnergyDeposit[] scintillation = [ToyResponse.Deposits[0]];
        RunningMoments slow = Times(_sampler, scintillation);
        RunningMoments fast = Times(prompt, scintillation);

        // Both samples share channels, flights and spreads, so only the decay differs, with the variance of its mixture.
        double error = Math.Sqrt((slow.Variance - fast.Variance) / slow.Count);
        StatisticalAssert.Agrees(slow.Mean - fast.Mean, error, ToyResponse.MeanDecayNs, FalseAlarm);

        // From the centre to the bulbs at 19.2 m at the group velocity of the scintillator (n_g about 1.55): not below 90 ns, spread about 10 ns by scattering.
        Assert.InRange(fast.Mean, 90, 130);
    }

    [Fact]
    public void An_event_is_replayed_alone_and_on_any_thread()
    {
        Hit[][] inOrder = [.. Enumerable.Range(0, 16).Select(i => Sample((uint)i, new HitBuffer()))];
        Hit[][] parallel = new Hit[16][];
        Parallel.For(0, 16, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => parallel[15 - i] = Sample((uint)(15 - i), new HitBuffer()));
        Assert.Equal(inOrder, parallel);
        Assert.NotEqual(inOrder[0], inOrder[1]);
    }

    private static SensorKind KindOf(Hit hit) => ToyResponse.Detector.Photosensors[hit.Channel.Index].Type.Kind;

    private Hit[] Sample(uint eventIndex, HitBuffer hits)
    {
        _sampler.Sample(ToyResponse.Deposits, Seed, 5, eventIndex, hits);
        return hits.Hits.ToArray();
    }

    private RunningMoments Moments(int events, Func<HitBuffer, double> valueOf)
    {
        HitBuffer hits = new();
        RunningMoments moments = new();
        for (uint i = 0; i < events; i++)
        {
            _sampler.Sample(ToyResponse.Deposits, Seed, 6, i, hits);
            moments.Add(valueOf(hits));
        }

        return moments;
    }

    private static RunningMoments Times(HitSampler sampler, EnergyDeposit[] deposits)
    {
        HitBuffer hits = new();
        RunningMoments times = new();
        for (uint i = 0; i < 100; i++)
        {
            sampler.Sample(deposits, Seed, 7, i, hits);
            foreach (Hit hit in hits.Hits[..hits.LpmtLightCount])
            {
                times.Add(hit.TimeNs);
            }
        }

        return times;
    }
}
