using Isolux.Simulation.Particles;

namespace Isolux.Strategy.Validation;

/// <summary>Quenched energy of one kind of particle in the laboratory medium as another code sees it.</summary>
/// <param name="Configuration">Name of the set of cut, step and bremsstrahlung.</param>
/// <param name="Particle">The primary; a positron at 0 stands for two annihilation gammas.</param>
/// <param name="EnergyMeV">Its kinetic energy, or energy of the gamma.</param>
/// <param name="PrimaryElectronCount">Mean number of primary electrons; 0 where it is not given.</param>
/// <param name="QuenchedMeV">Mean quenched energy.</param>
/// <param name="QuenchedError">Its statistical error, MeV.</param>
/// <param name="QuenchedRms">Width of the quenched energy, MeV.</param>
/// <param name="EventCount">Events of the reference.</param>
public sealed record ElectromagneticReferenceRow(
    string Configuration,
    ParticleKind Particle,
    double EnergyMeV,
    double PrimaryElectronCount,
    double QuenchedMeV,
    double QuenchedError,
    double QuenchedRms,
    double EventCount);
