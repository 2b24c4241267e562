using Isolux.Events.Hits;

namespace Isolux.Simulation.Samples;

/// <summary>How events are simulated and read out.</summary>
public sealed record EventSimulatorSettings
{
    /// <summary>Seed of all random numbers, the true constants of the channels included.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Run number, below 2^24.</summary>
    public uint Run { get; init; }

    /// <summary>Threads, at least 1; no number depends on it.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Triggers per second, positive; default 100. Event i is triggered evenly in the i-th of the equal parts of the time.</summary>
    public double RateHz { get; init; } = 100.0;

    /// <summary>Readout window; null for the declared one: as long as the window of dark noise, opening the declared time before the trigger.</summary>
    public ReadoutWindow? Window { get; init; }

    /// <summary>Whether channels have dark noise; default true.</summary>
    public bool DarkNoise { get; init; } = true;

    /// <summary>Whether large PMTs have the declared instrumental non-linearity; default false.</summary>
    public bool ChargeNonLinearity { get; init; }

    /// <summary>Whether a photoelectron has the charge its channel draws, or exactly its mean; default true.</summary>
    public bool ChargeSmearing { get; init; } = true;

    /// <summary>Whether channels differ from each other as declared, with offset and walk, or are all nominal: gain 1, no offset, no walk, none noisy; default true. Efficiencies and dead channels stay.</summary>
    public bool ChannelSpread { get; init; } = true;

    /// <summary>Events of a batch, at least 1; default 500.</summary>
    public int EventsPerBatch { get; init; } = 500;
}
