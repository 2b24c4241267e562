using System.Numerics;

namespace Isolux.Simulation.Readout;

/// <summary>
/// The photoelectrons of one event gathered by channel: chains through two arrays and a bit per channel, so that the cost grows with the photoelectrons. One per thread.
/// </summary>
internal sealed class PhotoElectronBins(int channelCount)
{
    private readonly int[] _last = new int[channelCount];
    private readonly ulong[] _touched = new ulong[(channelCount + 63) / 64];
    private double[] _timesNs = new double[4096];
    private int[] _previous = new int[4096];
    private double[] _sorted = new double[64];

    /// <summary>Photoelectrons gathered.</summary>
    public int Count { get; private set; }

    public void Add(int channel, double timeNs)
    {
        if (Count == _timesNs.Length)
        {
            Array.Resize(ref _timesNs, 2 * Count);
            Array.Resize(ref _previous, 2 * Count);
        }

        _timesNs[Count] = timeNs;
        _previous[Count++] = _last[channel];
        _last[channel] = Count;
        _touched[channel >> 6] |= 1ul << channel;
    }

    /// <summary>Takes the photoelectrons of the next channel out, channels in rising order.</summary>
    /// <param name="word">Where the search stands; begin with 0.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="timesNs">Its times, rising, ns; valid until the next call.</param>
    /// <returns>False, and everything cleared, where there is none left.</returns>
    public bool TryTake(ref int word, out int channel, out ReadOnlySpan<double> timesNs)
    {
        while (word < _touched.Length && _touched[word] == 0)
        {
            word++;
        }

        if (word == _touched.Length)
        {
            Count = 0;
            channel = 0;
            timesNs = [];
            return false;
        }

        channel = (word << 6) + BitOperations.TrailingZeroCount(_touched[word]);
        _touched[word] &= _touched[word] - 1;
        int count = 0;
        for (int link = _last[channel]; link > 0; link = _previous[link - 1])
        {
            if (count == _sorted.Length)
            {
                Array.Resize(ref _sorted, 2 * count);
            }

            _sorted[count++] = _timesNs[link - 1];
        }

        _last[channel] = 0;
        if (count > 1)
        {
            Array.Sort(_sorted, 0, count);
        }

        timesNs = _sorted.AsSpan(0, count);
        return true;
    }
}
