namespace Isolux.Simulation.Capsules;

/// <summary>What a capsule and its fixture do to a photon.</summary>
/// <param name="FirstBody">Index in <see cref="CapsuleShadow.Bodies"/> of the body it met first; -1 where it met none.</param>
/// <param name="LossFraction">Its detection lost to them, over the mean detection of light of all directions; below 0 where it was turned to where there are more sensors.</param>
public readonly record struct ShadowedPhoton(int FirstBody, double LossFraction);
