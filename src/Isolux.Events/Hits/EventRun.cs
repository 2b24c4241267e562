namespace Isolux.Events.Hits;

/// <summary>What a file of events was recorded with.</summary>
/// <param name="RunNumber">Number of the run, below 2^24.</param>
/// <param name="DetectorName">Name of the detector's document.</param>
/// <param name="ChannelCount">Number of readout channels; every hit's channel is below it.</param>
/// <param name="SourceName">Source in the detector, a particle, or a free word of the user's.</param>
/// <param name="Seed">Seed of the simulation; null for measured data.</param>
public sealed record EventRun(uint RunNumber, string DetectorName, int ChannelCount, string SourceName, ulong? Seed)
{
    /// <summary>When channels are read out; null where nobody says.</summary>
    public ReadoutWindow? Window { get; init; }
}
