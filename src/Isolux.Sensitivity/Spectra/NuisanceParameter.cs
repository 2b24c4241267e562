namespace Isolux.Sensitivity.Spectra;

/// <summary>A systematic effect measured in its own standard errors: the prior has mean 0 and width 1.</summary>
/// <param name="Name">Its name.</param>
public sealed record NuisanceParameter(string Name);
