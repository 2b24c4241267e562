using Isolux.Calibration.Transparency;

namespace Isolux.Strategy.Transparency;

/// <summary>One pseudo-experiment of a changed absorption.</summary>
/// <param name="Lengths">Fit of the lengths now.</param>
/// <param name="Change">Fit of the change since the reference.</param>
/// <param name="FalseChange">Fit of the change between the reference and another measurement of the same scintillator.</param>
public sealed record TransparencyToy(TransparencyResult Lengths, TransparencyChange Change, TransparencyChange FalseChange);
