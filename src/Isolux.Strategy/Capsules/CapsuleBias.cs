namespace Isolux.Strategy.Capsules;

/// <summary>What the capsule at the centre does to a line.</summary>
/// <param name="Line">Name of the line.</param>
/// <param name="EnergyMeV">Its energy, MeV.</param>
/// <param name="EnergyLoss">By energy that gammas leave in the capsule.</param>
/// <param name="Shadowing">By light that meets capsule and fixture.</param>
public sealed record CapsuleBias(string Line, double EnergyMeV, EnergyLoss EnergyLoss, Shadowing Shadowing);
