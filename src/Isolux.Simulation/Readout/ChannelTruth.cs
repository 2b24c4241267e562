namespace Isolux.Simulation.Readout;

/// <summary>What a channel really is, which no calibration knows.</summary>
/// <param name="Gain">Mean charge of a photoelectron over the nominal one.</param>
/// <param name="SinglePe">Charge of a photoelectron in units of its mean.</param>
/// <param name="RelativeEfficiency">Detection efficiency over the declared one; 0 where the channel is dead.</param>
/// <param name="TimeOffsetNs">Time offset of a pulse of 1 PE, ns.</param>
/// <param name="TimeWalkNs">Time walk w, ns.</param>
/// <param name="DarkRateHz">Dark rate, Hz.</param>
/// <param name="IsNoisy">Whether it is one of the noisy ones.</param>
public readonly record struct ChannelTruth(
    double Gain, SinglePeCharge SinglePe, double RelativeEfficiency, double TimeOffsetNs, double TimeWalkNs, double DarkRateHz, bool IsNoisy)
{
    /// <summary>Whether it never answers.</summary>
    public bool IsDead => RelativeEfficiency <= 0;
}
