using Isolux.Quantities;

namespace Isolux.Simulation.Samples;

/// <summary>What a sample simulation gives, columns in event order.</summary>
/// <param name="PhotoElectrons">Counted photoelectrons of the large PMTs, dark noise included.</param>
/// <param name="Vertices">Where the first primary started.</param>
/// <param name="FullFraction">Fraction of all events whose energy stayed whole in the scintillator.</param>
/// <param name="LightCentre">Mean, over those events, of the radius and cos(theta) of the light's centre, at the azimuth of the first of them.</param>
public sealed record SimulatedEvents(int[] PhotoElectrons, Position[] Vertices, double FullFraction, Position LightCentre);
