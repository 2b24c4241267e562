namespace Isolux.Sensitivity.Data;

/// <summary>An unfolded spectrum: flux times cross section per fission.</summary>
/// <param name="Spectrum">Table of bins: columns lowEdgeMeV, highEdgeMeV, yield (1e-43 cm2 per MeV and fission).</param>
/// <param name="Covariance">Table of its covariance: columns bin, then c1, c2, ... (1e-86).</param>
/// <param name="Smearing">Table of the additional smearing of the unfolding: columns bin, then c1, c2, ...: the spectrum is this matrix times the true one.</param>
public sealed record ReferenceSpectrumDocument(string Spectrum, string Covariance, string Smearing);
