using Isolux.Detector;
using Isolux.Detector.Light;
using Isolux.Detector.Photosensors;
using Isolux.Events.Hits;
using Isolux.Numerics.Distributions;
using Isolux.Numerics.Random;
using Isolux.Simulation.Particles;

namespace Isolux.Simulation.Response;

/// <summary>
/// Hits of one event, channel and time of every photoelectron, from its deposits and the response maps; the cost is linear in the hits. The large PMTs see exactly
/// the photoelectrons <see cref="MapLightResponse"/> counts for the same seed, run and event.
/// </summary>
/// <remarks>
/// Time = deposit + decay of the scintillation (Cherenkov light is prompt) + flight + transit-time spread. Dark noise of the large PMTs has the total that
/// the counting simulation draws; its times are even over the declared window, which opens when the primary starts. All light counts, however late.
/// </remarks>
public sealed class HitSampler
{
    private const int LpmtIndex = 0;
    private const int SpmtIndex = 1;
    private readonly ResponseMap _map;
    private readonly ScintillationModel _scintillation;
    private readonly MapLightResponse _counts;
    private readonly double[] _transitSpreadNs;
    private readonly DarkNoiseGroup[] _dark;

    /// <summary>A sampler.</summary>
    /// <param name="detector">The detector; needs light and photosensors.</param>
    /// <param name="map">Its response maps.</param>
    /// <exception cref="ArgumentException">The detector declares no scintillation.</exception>
    public HitSampler(DetectorDescription detector, ResponseMap map)
    {
        ArgumentNullException.ThrowIfNull(detector);
        _scintillation = detector.Scintillation
            ?? throw new ArgumentException($"Detector '{detector.Name}' declares no scintillation (hits need light); declare it.", nameof(detector));
        _map = map;
        _counts = new MapLightResponse(map, _scintillation);
        _transitSpreadNs = [.. detector.Photosensors.Select(sensor => sensor.Type.TransitTimeSpreadNs)];
        _dark =
        [
            DarkNoiseGroup.Of(detector, SensorKind.Lpmt, LpmtIndex),
            DarkNoiseGroup.Of(detector, SensorKind.Spmt, SpmtIndex),
        ];
    }

    /// <summary>Draws the hits of one event.</summary>
    /// <param name="deposits">Its deposits.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="run">Run number, below 2^24.</param>
    /// <param name="eventIndex">Event in the run.</param>
    /// <param name="hits">Receives the hits; what it held is forgotten.</param>
    public void Sample(ReadOnlySpan<EnergyDeposit> deposits, ulong seed, uint run, uint eventIndex, HitBuffer hits)
    {
        ArgumentNullException.ThrowIfNull(hits);
        hits.Clear(deposits.Length);
        LightSample large = _counts.Sample(deposits, seed, run, eventIndex);
        Draws draws = new(seed, run, eventIndex);
        Accumulate(deposits, _map.Lpmt, hits);
        Draw(deposits, SensorKind.Lpmt, large, ref draws, hits);
        hits.LpmtLightCount = hits.Hits.Length;

        (double scintillationPe, double cherenkovPe) = Accumulate(deposits, _map.Spmt, hits);
        RandomSequence scintillationCount = new(seed, run, RandomStream.ScintillationCount, eventIndex, SpmtIndex);
        RandomSequence cherenkovCount = new(seed, run, RandomStream.CherenkovCount, eventIndex, SpmtIndex);
        LightSample small = new(Poisson.Sample(scintillationPe, ref scintillationCount), Poisson.Sample(cherenkovPe, ref cherenkovCount));
        Draw(deposits, SensorKind.Spmt, small, ref draws, hits);
        hits.SpmtLightCount = hits.Hits.Length - hits.LpmtLightCount;

        foreach (DarkNoiseGroup group in _dark)
        {
            group.Draw(seed, run, eventIndex, hits);
        }
    }

    /// <summary>Sums the expected light of the deposits in one family of sensors, PE, keeping the running sums in the buffer.</summary>
    private (double ScintillationPe, double CherenkovPe) Accumulate(ReadOnlySpan<EnergyDeposit> deposits, LightMap map, HitBuffer hits)
    {
        Span<double> scintillation = hits.CumulativeLight.AsSpan(0, deposits.Length);
        Span<double> cherenkov = hits.CumulativeLight.AsSpan(deposits.Length, deposits.Length);
        double scintillationPe = 0;
        double cherenkovPe = 0;
        for (int i = 0; i < deposits.Length; i++)
        {
            ref readonly EnergyDeposit deposit = ref deposits[i];
            double detection = map.Evaluate(deposit.Position);
            scintillationPe += _scintillation.PhotonsPerMeV * deposit.QuenchedMeV * detection;
            if (deposit.ExpectedCherenkovPhotons > 0)
            {
                cherenkovPe += deposit.ExpectedCherenkovPhotons * detection * _map.CherenkovRatio.Evaluate(deposit.Position.RadiusMm);
            }

            scintillation[i] = scintillationPe;
            cherenkov[i] = cherenkovPe;
        }

        return (scintillationPe, cherenkovPe);
    }

    private void Draw(ReadOnlySpan<EnergyDeposit> deposits, SensorKind kind, LightSample counts, ref Draws draws, HitBuffer hits)
    {
        ReadOnlySpan<double> scintillation = hits.CumulativeLight.AsSpan(0, deposits.Length);
        ReadOnlySpan<double> cherenkov = hits.CumulativeLight.AsSpan(deposits.Length, deposits.Length);
        for (int i = 0; i < counts.ScintillationPe; i++)
        {
            Add(deposits[Choose(scintillation, ref draws.Channel)], kind, DecayNs(ref draws.Decay), ref draws, hits);
        }

        for (int i = 0; i < counts.CherenkovPe; i++)
        {
            Add(deposits[Choose(cherenkov, ref draws.Channel)], kind, 0.0, ref draws, hits);
        }
    }

    private void Add(in EnergyDeposit deposit, SensorKind kind, double delayNs, ref Draws draws, HitBuffer hits)
    {
        HitOrigin origin = _map.Pattern.Origin(deposit.Position);
        int channel = _map.Pattern.Draw(origin, kind, ref draws.Channel, out double flightNs);
        double timeNs = deposit.TimeNs + delayNs + flightNs + (_transitSpreadNs[channel] * draws.Time.NextNormal());
        hits.Add(new Hit(ChannelId.FromIndex(channel), timeNs));
    }

    /// <summary>The deposit whose share of a running sum holds a uniform number.</summary>
    private static int Choose(ReadOnlySpan<double> cumulative, ref RandomSequence random)
    {
        double wanted = random.NextDouble() * cumulative[^1];
        int low = 0;
        int high = cumulative.Length - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (cumulative[middle] > wanted)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    private double DecayNs(ref RandomSequence random)
    {
        if (_scintillation.TimeComponents.IsEmpty)
        {
            return 0.0;
        }

        double choice = random.NextDouble();
        int component = 0;
        while (component < _scintillation.TimeComponents.Length - 1 && choice >= _scintillation.TimeComponents[component].Fraction)
        {
            choice -= _scintillation.TimeComponents[component].Fraction;
            component++;
        }

        return _scintillation.TimeComponents[component].DecayTimeNs * random.NextExponential();
    }

    private struct Draws(ulong seed, uint run, uint eventIndex)
    {
        public RandomSequence Channel = new(seed, run, RandomStream.HitChannel, eventIndex, 0);
        public RandomSequence Time = new(seed, run, RandomStream.HitTime, eventIndex, 0);
        public RandomSequence Decay = new(seed, run, RandomStream.ScintillationTime, eventIndex, 0);
    }
}
