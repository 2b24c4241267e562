namespace Isolux.Detector.Readout;

/// <summary>How the efficiencies of the large PMTs differ from the ones their types declare.</summary>
/// <param name="RelativePdeSpreadFraction">Relative Gaussian spread of the detection efficiency between channels.</param>
/// <param name="DeadFraction">Fraction of all large PMTs that are dead, rounded to whole ones.</param>
/// <param name="DeadRegion">Where the dead ones lie.</param>
public sealed record EfficiencySpread(double RelativePdeSpreadFraction, double DeadFraction, DeadRegion DeadRegion);
