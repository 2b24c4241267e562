using Isolux.Events.Hits;

namespace Isolux.Calibration.Channels;

/// <summary>Where the light of a run lies in the readout window, in ns since the trigger.</summary>
/// <param name="PeakNs">Most frequent time of a hit.</param>
/// <param name="SignalStartNs">Hits from here on are light or dark noise, earlier ones dark noise alone.</param>
/// <param name="DarkStartNs">First time at which dark noise is counted.</param>
/// <param name="EndNs">End of the window.</param>
internal readonly record struct FlashTiming(double PeakNs, double SignalStartNs, double DarkStartNs, double EndNs)
{
    /// <summary>Length of the time in which dark noise is counted, ns.</summary>
    public double DarkNs => SignalStartNs - DarkStartNs;

    /// <summary>Length of the time in which dark noise mixes with light, ns.</summary>
    public double SignalNs => EndNs - SignalStartNs;

    /// <summary>Events that <see cref="Of"/> looks at.</summary>
    public const int EventsNeeded = 100;

    /// <summary>Finds the flash in the first events of a run, which must not depend on how they are batched.</summary>
    /// <exception cref="InvalidOperationException">There is no hit, or no window before the flash.</exception>
    public static FlashTiming Of(IEnumerable<HitBatch> batches, ReadoutWindow window, ChannelCalibrationSettings settings)
    {
        int[] counts = new int[Math.Max(1, (int)Math.Ceiling(window.EndNs - window.StartNs))];
        int events = 0;
        foreach (HitBatch batch in batches)
        {
            int used = Math.Min(batch.Count, EventsNeeded - events);
            events += used;
            foreach (float timeNs in batch.TimesNs.Span[..batch.Offsets.Span[used]])
            {
                int bin = (int)Math.Floor(timeNs - window.StartNs);
                if (bin >= 0 && bin < counts.Length)
                {
                    counts[bin]++;
                }
            }
        }

        double peakNs = window.StartNs + Array.IndexOf(counts, counts.Max()) + 0.5;
        FlashTiming timing = new(peakNs, peakNs - settings.SignalLeadNs, window.StartNs + settings.WindowMarginNs, window.EndNs);
        return counts.Max() > 0 && timing.DarkNs > 0
            ? timing
            : throw new InvalidOperationException(FormattableString.Invariant(
                $"The dark rate cannot be measured (the flash at {peakNs:F0} ns leaves nothing of a window that opens at {window.StartNs:F0} ns); record laser runs with a window that opens earlier."));
    }
}
