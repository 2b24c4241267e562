namespace Isolux.Calibration.Pairs;

/// <summary>A prompt event and the delayed one that follows it, by their indices in the run.</summary>
public readonly record struct EventPair(int Prompt, int Delayed);
