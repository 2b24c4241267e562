using Isolux.Quantities;

namespace Isolux.Simulation.Particles;

/// <summary>A particle waiting to be followed; <paramref name="IsPrimaryDescent"/> tells gammas that do not come from bremsstrahlung.</summary>
internal readonly record struct PendingParticle(
    ParticleKind Kind, double EnergyMeV, Position Position, UnitVector Direction, double TimeNs, bool IsPrimaryDescent);
