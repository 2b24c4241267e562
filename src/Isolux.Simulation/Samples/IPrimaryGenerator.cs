using Isolux.Simulation.Particles;

namespace Isolux.Simulation.Samples;

/// <summary>Says which particles start an event, as a function of seed, run and event alone.</summary>
public interface IPrimaryGenerator
{
    /// <summary>Most primaries an event has.</summary>
    int MaximumCount { get; }

    /// <summary>Writes the primaries of an event and returns how many there are; 0 for an event that leaves nothing in the scintillator.</summary>
    int Generate(ulong seed, uint run, uint eventIndex, Span<Primary> primaries);
}
