using Isolux.Events.Hits;

namespace Isolux.Calibration.Channels;

/// <summary>
/// What a laser run leaves of every channel, filled event by event: charges after the flash, counts before it, and the time of the first pulse after the flash in classes of its charge. Memory
/// does not grow with the run.
/// </summary>
internal sealed class ChannelTally
{
    /// <summary>Classes of charge for times.</summary>
    public const int Classes = 4;

    /// <summary>Bins of time about the peak.</summary>
    public const int Bins = 160;

    /// <summary>Width of a bin, ns.</summary>
    public const double BinNs = 0.5;

    /// <summary>Lower edge of the first bin since the peak, ns.</summary>
    public const double FirstNs = -38.0;

    // Below: noise of small pulses. Above: pulses of two photoelectrons, whose first is earlier.
    private static readonly float[] s_edgesPe = [0.25f, 0.6f, 0.85f, 1.1f, 1.4f];

    private readonly ChannelMoments[] _moments;
    private readonly int[] _times;
    private readonly double[] _inverseRoots;
    private readonly float[] _eventChargePe;
    private readonly float[] _firstChargePe;
    private readonly float[] _firstTimeNs;
    private int[] _touched = new int[1024];

    public ChannelTally(int channelCount, FlashTiming timing)
    {
        Timing = timing;
        _moments = new ChannelMoments[channelCount];
        _times = new int[channelCount * Classes * Bins];
        _inverseRoots = new double[channelCount * Classes];
        _eventChargePe = new float[channelCount];
        _firstChargePe = new float[channelCount];
        _firstTimeNs = new float[channelCount];
    }

    public FlashTiming Timing { get; }

    /// <summary>Number of events.</summary>
    public int Events { get; private set; }

    public ReadOnlySpan<ChannelMoments> Moments => _moments;

    /// <summary>Counts of a channel's first pulses; shape [classes x bins].</summary>
    public ReadOnlySpan<int> Times(int channel) => _times.AsSpan(channel * Classes * Bins, Classes * Bins);

    /// <summary>Sum of 1 / sqrt(charge) over the pulses of a class, PE^-1/2.</summary>
    public double InverseRootSum(int channel, int charge) => _inverseRoots[(channel * Classes) + charge];

    public void Add(HitBatch events)
    {
        for (int i = 0; i < events.Count; i++)
        {
            Add(events[i]);
        }
    }

    private void Add(in HitView hits)
    {
        Events++;
        int touched = 0;
        for (int i = 0; i < hits.Channels.Length; i++)
        {
            int channel = hits.Channels[i];
            float timeNs = hits.TimesNs[i];
            if (timeNs < Timing.SignalStartNs)
            {
                _moments[channel].Dark += timeNs >= Timing.DarkStartNs ? 1 : 0;
                continue;
            }

            float chargePe = hits.ChargesPe[i];
            if (_eventChargePe[channel] == 0.0f)
            {
                if (touched == _touched.Length)
                {
                    Array.Resize(ref _touched, 2 * touched);
                }

                _touched[touched++] = channel;
                _firstTimeNs[channel] = float.PositiveInfinity;
            }

            // A pulse without charge still counts.
            _eventChargePe[channel] += MathF.Max(chargePe, float.Epsilon);
            if (timeNs < _firstTimeNs[channel])
            {
                _firstTimeNs[channel] = timeNs;
                _firstChargePe[channel] = chargePe;
            }
        }

        foreach (int channel in _touched.AsSpan(0, touched))
        {
            _moments[channel].Add(_eventChargePe[channel]);
            _eventChargePe[channel] = 0.0f;
            AddTime(channel, _firstTimeNs[channel] - Timing.PeakNs, _firstChargePe[channel]);
        }
    }

    private void AddTime(int channel, double sincePeakNs, float chargePe)
    {
        int bin = (int)Math.Floor((sincePeakNs - FirstNs) / BinNs);
        if (bin < 0 || bin >= Bins || chargePe < s_edgesPe[0] || chargePe >= s_edgesPe[^1])
        {
            return;
        }

        int charge = 0;
        while (chargePe >= s_edgesPe[charge + 1])
        {
            charge++;
        }

        int slot = (channel * Classes) + charge;
        _times[(slot * Bins) + bin]++;
        _inverseRoots[slot] += 1.0 / Math.Sqrt(chargePe);
    }
}
