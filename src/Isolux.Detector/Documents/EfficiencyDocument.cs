using Isolux.Detector.Readout;

namespace Isolux.Detector.Documents;

/// <summary>How the efficiencies of the large PMTs differ from the ones their types declare.</summary>
/// <param name="RelativePdeSpreadFraction">Relative Gaussian spread of the detection efficiency between channels.</param>
/// <param name="DeadFraction">Fraction of all large PMTs that are dead.</param>
/// <param name="DeadRegion">Where the dead ones lie.</param>
public sealed record EfficiencyDocument(Measured RelativePdeSpreadFraction, Measured DeadFraction, DeadRegion DeadRegion);
