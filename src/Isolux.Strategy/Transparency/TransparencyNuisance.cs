namespace Isolux.Strategy.Transparency;

/// <summary>What a wrong assumption does to a measurement of transparency.</summary>
/// <param name="Name">The assumption.</param>
/// <param name="AbsorptionBiasPercent">Shift of the absorption length, percent of it.</param>
/// <param name="RayleighBiasPercent">Shift of the Rayleigh length, percent of it.</param>
/// <param name="ChangePercent">Measured change of the absorption length where it really changes and the assumption is equally wrong in the reference, percent.</param>
/// <param name="FalseChangePercent">Change of the absorption length that is claimed where only the assumption has become wrong since the reference, percent.</param>
public sealed record TransparencyNuisance(string Name, double AbsorptionBiasPercent, double RayleighBiasPercent, double ChangePercent, double FalseChangePercent);
