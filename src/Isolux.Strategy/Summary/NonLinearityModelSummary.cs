namespace Isolux.Strategy.Summary;

/// <summary>One fitted model of the non-linearity in a summary.</summary>
/// <param name="Name">Name of the model.</param>
/// <param name="Chi2">chi2 over gamma points and bins of the beta spectrum.</param>
/// <param name="Ndf">Its degrees of freedom.</param>
/// <param name="PositronBandMaxPercent">Largest distance from its positron scale to an edge of the quoted band over 1 to 8 MeV, percent; the quoted band is the hull of the 68 % bands of all models.</param>
/// <param name="PositronOwnBandMaxPercent">Largest half width of its own 68 % band, percent.</param>
/// <param name="PositronBiasMaxPercent">Largest difference of the positron scale from the simulated truth over 1 to 8 MeV, percent.</param>
/// <param name="TruthInsideFraction">Share of the compared energies at which the quoted band holds the truth.</param>
public sealed record NonLinearityModelSummary(string Name, double Chi2, int Ndf, double PositronBandMaxPercent, double PositronOwnBandMaxPercent, double PositronBiasMaxPercent, double TruthInsideFraction);
