namespace Isolux.Simulation.Readout;

/// <summary>What forms the pulses of a channel, packed: the constants of all channels should stay near the processor.</summary>
internal readonly struct PulseConstants(in ChannelTruth truth)
{
    public readonly float CoreMeanPe = (float)truth.SinglePe.CoreMeanPe;
    public readonly float CoreSigmaPe = (float)truth.SinglePe.CoreSigmaPe;
    public readonly float TailFraction = (float)truth.SinglePe.TailFraction;
    public readonly float TailMeanPe = (float)truth.SinglePe.TailMeanPe;
    public readonly float Gain = (float)truth.Gain;
    public readonly float OffsetNs = (float)truth.TimeOffsetNs;
    public readonly float WalkNs = (float)truth.TimeWalkNs;
}
