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
    private readonly float[] _transitSpreadNs;
    private readonly HitTimes _times;
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
        _times = new HitTimes(_scintillation);
        _transitSpreadNs = [.. detector.Photosensors.Select(sensor => (float)sensor.Type.TransitTimeSpreadNs)];
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

    /// <summary>Draws the light of one family, deposit by deposit: first its scintillation, then its Cherenkov light.</summary>
    private void Draw(ReadOnlySpan<EnergyDeposit> deposits, SensorKind kind, LightSample counts, ref Draws draws, HitBuffer hits)
    {
        int total = counts.ScintillationPe + counts.CherenkovPe;
        if (total == 0)
        {
            return;
        }

        Span<int> scintillation = hits.DepositCounts.AsSpan(0, deposits.Length);
        Span<int> cherenkov = hits.DepositCounts.AsSpan(deposits.Length, deposits.Length);
        Share(hits.CumulativeLight.AsSpan(0, deposits.Length), counts.ScintillationPe, ref draws.Deposit, scintillation);
        Share(hits.CumulativeLight.AsSpan(deposits.Length, deposits.Length), counts.CherenkovPe, ref draws.Deposit, cherenkov);
        hits.Reserve(total);
        _times.FillDecays(ref draws.Decay, hits.DecaysNs(counts.ScintillationPe));
        HitTimes.FillNormals(ref draws.Time, hits.Normals(total));
        Span<Hit> target = hits.Append(total);
        ReadOnlySpan<float> decays = hits.DecaysNs(counts.ScintillationPe);
        ReadOnlySpan<float> normals = hits.Normals(total);
        int done = 0;
        int decayed = 0;
        for (int deposit = 0; deposit < deposits.Length; deposit++)
        {
            int count = scintillation[deposit] + cherenkov[deposit];
            if (count == 0)
            {
                continue;
            }

            Span<int> channels = hits.Channels.AsSpan(0, count);
            Span<float> flightsNs = hits.FlightsNs.AsSpan(0, count);
            _map.Pattern.Draw(_map.Pattern.Origin(deposits[deposit].Position), kind, ref draws.Channel, channels, flightsNs);
            double startNs = deposits[deposit].TimeNs;
            for (int i = 0; i < count; i++)
            {
                float delayNs = flightsNs[i] + (_transitSpreadNs[channels[i]] * normals[done]);
                delayNs += i < scintillation[deposit] ? decays[decayed++] : 0.0f;
                target[done++] = new Hit(ChannelId.FromIndex(channels[i]), startNs + delayNs);
            }
        }
    }

    /// <summary>Shares photoelectrons among the deposits, each by its part of a running sum.</summary>
    private static void Share(ReadOnlySpan<double> cumulative, int photoElectrons, ref RandomSequence random, Span<int> counts)
    {
        const int Block = 16;
        const int GuideBits = 6;
        counts.Clear();
        if (photoElectrons == 0)
        {
            return;
        }

        // The deposit to begin the search with, for each of the first bits of a number.
        Span<int> guide = stackalloc int[1 << GuideBits];
        int deposit = 0;
        for (int i = 0; i < guide.Length; i++)
        {
            while (cumulative[deposit] <= cumulative[^1] * i / guide.Length)
            {
                deposit++;
            }

            guide[i] = deposit;
        }

        double scale = cumulative[^1] / 4294967296.0;
        Span<uint> words = stackalloc uint[4 * Block];
        for (int left = photoElectrons; left > 0; left -= words.Length)
        {
            random.NextBlocks(words[..Block], words.Slice(Block, Block), words.Slice(2 * Block, Block), words[(3 * Block)..]);
            foreach (uint word in words[..Math.Min(left, words.Length)])
            {
                double wanted = (word + 0.5) * scale;
                int chosen = guide[(int)(word >> (32 - GuideBits))];
                while (cumulative[chosen] <= wanted)
                {
                    chosen++;
                }

                counts[chosen]++;
            }
        }
    }

    private struct Draws(ulong seed, uint run, uint eventIndex)
    {
        private const uint ChannelIndex = 0;
        private const uint DepositIndex = 1;
        public RandomSequence Deposit = new(seed, run, RandomStream.HitChannel, eventIndex, DepositIndex);
        public RandomSequence Channel = new(seed, run, RandomStream.HitChannel, eventIndex, ChannelIndex);
        public RandomSequence Time = new(seed, run, RandomStream.HitTime, eventIndex, 0);
        public RandomSequence Decay = new(seed, run, RandomStream.ScintillationTime, eventIndex, 0);
    }
}
