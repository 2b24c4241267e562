using Isolux.Events.Samples;
using Isolux.Numerics.Random;
using Isolux.Quantities;
using Isolux.Simulation.Samples;

namespace Isolux.Strategy.Ladder;

/// <summary>
/// Triggers of a neutron source that decays at random times: prompt and delayed light as separate events where they are further apart than the readout, as one where they are not.
/// </summary>
/// <param name="rateHz">Decays per second.</param>
/// <param name="readoutNs">Length of the readout, ns.</param>
/// <param name="thresholdPe">Least charge of a trigger, dark noise included, PE.</param>
/// <param name="vertexSigmaMm">Gaussian error of every coordinate of a vertex, mm; 0 for true vertices.</param>
internal sealed class TriggerStream(double rateHz, double readoutNs, double thresholdPe, double vertexSigmaMm)
{
    private const double NsPerS = 1e9;

    /// <summary>The triggers in order of time, and the length of the run in s.</summary>
    public (TriggeredEvent[] Events, double RunTimeS) Build(ReadOnlySpan<CorrelatedDecay> decays, double darkNoisePe, ulong seed, uint run)
    {
        List<TriggeredEvent> events = new(2 * decays.Length);
        RandomSequence times = new(seed, run, RandomStream.DecayTime, 0, 0);
        double timeNs = 0.0;
        for (int i = 0; i < decays.Length; i++)
        {
            CorrelatedDecay decay = decays[i];
            RandomSequence vertex = new(seed, run, RandomStream.VertexSmearing, (uint)i, 0);
            timeNs += NsPerS / rateHz * times.NextExponential();
            double delayNs = decay.Neutron.TimeNs;
            double secondPe = delayNs < readoutNs ? decay.DelayedPe - darkNoisePe : 0.0;
            Trigger(events, timeNs, decay.PromptPe + secondPe, decay.PromptVertex, ref vertex);
            if (delayNs >= readoutNs)
            {
                Trigger(events, timeNs + delayNs, decay.DelayedPe, decay.DelayedVertex, ref vertex);
            }
        }

        events.Sort((left, right) => left.TimeNs.CompareTo(right.TimeNs));
        return ([.. events], timeNs / NsPerS);
    }

    private void Trigger(List<TriggeredEvent> events, double timeNs, double chargePe, Position position, ref RandomSequence random)
    {
        Position smeared = position + new Position(vertexSigmaMm * random.NextNormal(), vertexSigmaMm * random.NextNormal(), vertexSigmaMm * random.NextNormal());
        if (chargePe >= thresholdPe)
        {
            events.Add(new TriggeredEvent(timeNs, chargePe, smeared));
        }
    }
}
