namespace Isolux.Simulation.Optics;

/// <summary>The next step of a photon, to its boundary or interaction, whichever comes first.</summary>
/// <param name="LengthMm">Length.</param>
/// <param name="Interacts">Whether it ends with an interaction.</param>
/// <param name="Inwards">Whether the boundary ahead is the inner one of the shell.</param>
/// <param name="RadiusMm">Radius of that boundary.</param>
/// <param name="Root">Root of the discriminant there: radius times cosine of incidence.</param>
internal readonly record struct FlightStep(float LengthMm, bool Interacts, bool Inwards, float RadiusMm, float Root);
