using Isolux.Quantities;

namespace Isolux.Events.Samples;

/// <summary>A triggered event as an analyst has it.</summary>
/// <param name="TimeNs">Time since the start of the run, ns.</param>
/// <param name="ChargePe">Charge, dark noise included, PE.</param>
/// <param name="Vertex">Reconstructed (or true) vertex.</param>
public readonly record struct TriggeredEvent(double TimeNs, double ChargePe, Position Vertex);
