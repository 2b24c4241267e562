using System.Collections.Immutable;
using Isolux.Events.Samples;

namespace Isolux.Calibration.Pairs;

/// <summary>
/// Selects prompt-delayed pairs in a run as an analyst does: charge windows, time since the prompt event, distance. Accidental pairs are counted by the same cuts with the time window moved
/// to before the correlation begins.
/// </summary>
public sealed class PairSelector(PairSelectionSettings settings)
{
    private const double NsPerS = 1e9;

    /// <summary>Rate of accidental pairs that uncorrelated rates give before the distance cut, Hz: R_prompt R_delayed times the length of the time window.</summary>
    /// <param name="promptHz">Rate of events in the prompt window of charge.</param>
    /// <param name="delayedHz">Rate of events in the delayed window of charge.</param>
    public double ExpectedAccidentalHz(double promptHz, double delayedHz) =>
        promptHz * delayedHz * (settings.MaximumDelayNs - settings.MinimumDelayNs) / NsPerS;

    /// <summary>Selects the pairs of a run.</summary>
    /// <param name="events">Events in order of time.</param>
    /// <param name="runTimeS">Length of the run, s.</param>
    /// <exception cref="ArgumentException">The events are not in order of time.</exception>
    public PairSelectionResult Select(ReadOnlySpan<TriggeredEvent> events, double runTimeS)
    {
        double windowNs = settings.MaximumDelayNs - settings.MinimumDelayNs;
        double firstOffNs = 10.0 * settings.MaximumDelayNs;
        double lastOffNs = firstOffNs + (settings.OffTimeWindows * windowNs);
        var pairs = ImmutableArray.CreateBuilder<EventPair>();
        int prompts = 0;
        int delayeds = 0;
        int offTime = 0;
        for (int i = 0; i < events.Length; i++)
        {
            if (i > 0 && events[i].TimeNs < events[i - 1].TimeNs)
            {
                throw new ArgumentException("The events of a run come in order of time.", nameof(events));
            }

            prompts += IsPrompt(events[i]) ? 1 : 0;
            if (!(events[i].ChargePe >= settings.DelayedLowPe && events[i].ChargePe <= settings.DelayedHighPe))
            {
                continue;
            }

            delayeds++;
            for (int j = i - 1; j >= 0 && events[i].TimeNs - events[j].TimeNs <= lastOffNs; j--)
            {
                double delayNs = events[i].TimeNs - events[j].TimeNs;
                if (!IsPrompt(events[j]) || events[i].Vertex.DistanceToMm(events[j].Vertex) > settings.MaximumDistanceMm)
                {
                    continue;
                }

                if (delayNs >= settings.MinimumDelayNs && delayNs <= settings.MaximumDelayNs)
                {
                    pairs.Add(new EventPair(j, i));
                }

                offTime += delayNs >= firstOffNs ? 1 : 0;
            }
        }

        double accidental = (double)offTime / settings.OffTimeWindows;
        double error = Math.Sqrt(offTime) / settings.OffTimeWindows;
        return new PairSelectionResult(pairs.ToImmutable(), prompts, delayeds, accidental, error, runTimeS);
    }

    private bool IsPrompt(in TriggeredEvent candidate) => candidate.ChargePe >= settings.PromptLowPe && candidate.ChargePe <= settings.PromptHighPe;
}
