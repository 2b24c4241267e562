using Isolux.Numerics.Statistics;

namespace Isolux.Simulation.Particles;

/// <summary>What came of the events of a <see cref="ParticleGun"/>: moments over all events.</summary>
/// <param name="Count">Number of events.</param>
/// <param name="DepositedMeV">Deposited energy, MeV.</param>
/// <param name="QuenchedMeV">Quenched energy, sum of dE/(1 + kB dE/dx), MeV.</param>
/// <param name="EscapedMeV">Energy carried out of the scintillator, MeV.</param>
/// <param name="CherenkovPhotons">Expected Cherenkov photons, as in <see cref="EnergyDeposit.ExpectedCherenkovPhotons"/>.</param>
/// <param name="PrimaryElectrons">Primary electrons and positrons, as in <see cref="ShowerBuffer.PrimaryElectronCount"/>.</param>
/// <param name="Pe">Photoelectrons of light of both kinds; null without a light response.</param>
/// <param name="CherenkovPe">Photoelectrons of Cherenkov light; null without a light response.</param>
public sealed record ParticleGunResult(
    long Count,
    RunningMoments DepositedMeV,
    RunningMoments QuenchedMeV,
    RunningMoments EscapedMeV,
    RunningMoments CherenkovPhotons,
    RunningMoments PrimaryElectrons,
    RunningMoments? Pe,
    RunningMoments? CherenkovPe);
