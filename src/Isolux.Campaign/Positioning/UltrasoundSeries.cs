using System.Collections.Immutable;

namespace Isolux.Campaign.Positioning;

/// <summary>Positions from a series of pulses in the same scintillator.</summary>
/// <param name="Fixes">One per pulse.</param>
/// <param name="SoundSpeed">Speed of sound at the reference temperature from all pulses and what was declared.</param>
/// <param name="SpeedFixes">Fixes that agree on it.</param>
public sealed record UltrasoundSeries(ImmutableArray<UltrasoundFix> Fixes, SoundSpeed SoundSpeed, int SpeedFixes);
