namespace Isolux.Strategy.Summary;

/// <summary>One fitted model of the non-linearity in a summary.</summary>
/// <param name="Name">Name of the model.</param>
/// <param name="Chi2">chi2 over gamma points and bins of the beta spectrum.</param>
/// <param name="Ndf">Its degrees of freedom.</param>
/// <param name="PositronBandMaxPercent">Largest half width of the 68 % band of the positron scale over 1 to 8 MeV, percent.</param>
/// <param name="PositronBiasMaxPercent">Largest difference of the positron scale from the simulated truth over 1 to 8 MeV, percent.</param>
public sealed record NonLinearityModelSummary(string Name, double Chi2, int Ndf, double PositronBandMaxPercent, double PositronBiasMaxPercent);
