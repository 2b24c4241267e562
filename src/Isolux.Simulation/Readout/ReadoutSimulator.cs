using Isolux.Detector;
using Isolux.Detector.Readout;
using Isolux.Events.Hits;
using Isolux.Numerics.Distributions;
using Isolux.Numerics.Random;
using Isolux.Simulation.Response;
using Isolux.Simulation.Samples;

namespace Isolux.Simulation.Readout;

/// <summary>
/// From photoelectrons to pulses. Photoelectrons of a channel that follow the first of a pulse within the pulse-pair resolution join it. A pulse has the time of its first
/// photoelectron plus offset and walk, and the summed charge times the gain.
/// </summary>
/// <remarks>
/// Walk: a pulse of q PE comes w (1 / sqrt(q) - 1) later than one of 1 PE, with q the measured charge over the gain and not below <see cref="SmallestWalkPe"/>. Dark noise is even over
/// the readout window. Light counts however late it comes, as in the published counting of photoelectrons: only dark noise knows the window.
/// </remarks>
internal sealed class ReadoutSimulator
{
    /// <summary>Smaller pulses come as late as this one, PE: the form diverges at 0.</summary>
    public const double SmallestWalkPe = 0.1;

    private const double SPerNs = 1e-9;
    private readonly PulseConstants[] _constants;
    private readonly int _largeCount;
    private readonly double _resolutionNs;
    private readonly ChannelChargeModel? _nonLinearity;
    private readonly ReadoutWindow _window;
    private readonly uint[]? _keepBelow;
    private readonly AliasTable? _darkChannels;
    private readonly double _darkMeanPe;
    private readonly bool _smearing;

    /// <summary>A readout.</summary>
    /// <param name="bank">The channels.</param>
    /// <param name="nonLinearity">Instrumental non-linearity of the large PMTs; null for linear channels.</param>
    /// <param name="window">Readout window.</param>
    /// <param name="settings">Which effects take part.</param>
    public ReadoutSimulator(ChannelBank bank, ChannelChargeModel? nonLinearity, ReadoutWindow window, EventSimulatorSettings settings)
    {
        _smearing = settings.ChargeSmearing;
        _constants = [.. bank.Channels.Select(channel => new PulseConstants(channel))];
        _largeCount = bank.LargeCount;
        _resolutionNs = bank.Electronics.PulsePairResolutionNs;
        _nonLinearity = nonLinearity;
        _window = window;
        double[] kept = [.. bank.Efficiency.Relative.Select(relative => relative / bank.Efficiency.Largest)];
        _keepBelow = kept.All(fraction => fraction >= 1.0) ? null : [.. kept.Select(fraction => (uint)Math.Round(fraction * uint.MaxValue))];
        double[] rates = [.. bank.Channels.Select(channel => channel.DarkRateHz)];
        _darkMeanPe = settings.DarkNoise ? rates.Sum() * (window.EndNs - window.StartNs) * SPerNs : 0.0;
        _darkChannels = _darkMeanPe > 0 ? new AliasTable(rates) : null;
    }

    /// <summary>Reads one event and adds its pulses.</summary>
    /// <param name="light">Photoelectrons of light, drawn with every efficiency at the largest of the channels; times since the primary.</param>
    /// <param name="triggerNs">Trigger since the primary, ns.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="run">Run number.</param>
    /// <param name="eventIndex">Event in the run.</param>
    /// <param name="buffer">Memory of the thread.</param>
    /// <param name="pulses">Receives the pulses.</param>
    /// <returns>Photoelectrons of light that large PMTs kept.</returns>
    public int Read(ReadOnlySpan<Hit> light, double triggerNs, ulong seed, uint run, uint eventIndex, ReadoutBuffer buffer, HitColumns pulses)
    {
        PhotoElectronBins bins = buffer.PhotoElectrons;
        int large = 0;
        RandomSequence detection = new(seed, run, RandomStream.ChannelDetection, eventIndex, 0);
        foreach (ref readonly Hit hit in light)
        {
            int channel = hit.Channel.Index;
            if (_keepBelow is null || detection.NextUInt32() < _keepBelow[channel])
            {
                bins.Add(channel, hit.TimeNs - triggerNs);
                large += channel < _largeCount ? 1 : 0;
            }
        }

        AddDarkNoise(seed, run, eventIndex, bins);
        RandomSequence core = new(seed, run, RandomStream.SinglePeCharge, eventIndex, 0);
        Charges charges = new(_smearing ? buffer.Normals(bins.Count) : [], new RandomSequence(seed, run, RandomStream.SinglePeCharge, eventIndex, 1));
        HitTimes.FillNormals(ref core, charges.Normals);
        int word = 0;
        while (bins.TryTake(ref word, out int channel, out ReadOnlySpan<double> timesNs))
        {
            Form(channel, timesNs, ref charges, pulses);
        }

        return large;
    }

    private void AddDarkNoise(ulong seed, uint run, uint eventIndex, PhotoElectronBins bins)
    {
        const uint ReadoutIndex = 2;
        if (_darkChannels is null)
        {
            return;
        }

        RandomSequence random = new(seed, run, RandomStream.DarkNoise, eventIndex, ReadoutIndex);
        int count = Poisson.Sample(_darkMeanPe, ref random);
        for (int i = 0; i < count; i++)
        {
            int channel = _darkChannels.Sample(ref random);
            bins.Add(channel, _window.StartNs + ((_window.EndNs - _window.StartNs) * random.NextDouble()));
        }
    }

    private void Form(int channel, scoped ReadOnlySpan<double> timesNs, ref Charges charges, HitColumns pulses)
    {
        ref readonly PulseConstants constants = ref _constants[channel];
        double startNs = timesNs[0];
        double chargePe = charges.Next(constants);
        for (int i = 1; i < timesNs.Length; i++)
        {
            if (timesNs[i] - startNs > _resolutionNs)
            {
                Add(channel, constants, startNs, chargePe, pulses);
                startNs = timesNs[i];
                chargePe = 0;
            }

            chargePe += charges.Next(constants);
        }

        Add(channel, constants, startNs, chargePe, pulses);
    }

    private void Add(int channel, in PulseConstants constants, double startNs, double chargePe, HitColumns pulses)
    {
        double measuredPe = _nonLinearity is { } model && channel < model.ChannelCount ? model.MeasuredPe(channel, chargePe) : chargePe;
        double walkNs = constants.WalkNs * ((1.0 / Math.Sqrt(Math.Max(measuredPe, SmallestWalkPe))) - 1.0);
        pulses.Add(channel, (float)(constants.Gain * measuredPe), (float)(startNs + constants.OffsetNs + walkNs));
    }

    /// <summary>Charges of photoelectrons, one after the other.</summary>
    private ref struct Charges(Span<float> normals, RandomSequence tail)
    {
        private RandomSequence _tail = tail;
        private int _next;

        public Span<float> Normals { get; } = normals;

        public double Next(in PulseConstants constants)
        {
            if (Normals.IsEmpty)
            {
                return 1.0;
            }

            double chargePe = MathF.Abs(constants.CoreMeanPe + (constants.CoreSigmaPe * Normals[_next++]));
            return constants.TailFraction > 0 && _tail.NextSingle() < constants.TailFraction ? chargePe + (constants.TailMeanPe * _tail.NextExponential()) : chargePe;
        }
    }
}
