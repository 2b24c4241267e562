using Isolux.Quantities;

namespace Isolux.Simulation.Particles;

/// <summary>
/// Energy left by one electron (or positron) within a few millimetres of track, delta rays included, with the light it makes.
/// </summary>
/// <param name="Position">Middle of the piece of track, mm.</param>
/// <param name="TimeNs">Time since the primary particle started, ns.</param>
/// <param name="DepositedMeV">Energy deposited, MeV.</param>
/// <param name="QuenchedMeV">Sum of dE/(1 + kB dE/dx), MeV: proportional to the scintillation light.</param>
/// <param name="ExpectedCherenkovPhotons">
/// Expected number of Cherenkov photons with a vacuum wavelength in <see cref="CherenkovYield.MinimumWavelengthNm"/> to
/// <see cref="CherenkovYield.MaximumWavelengthNm"/>: Frank-Tamm yield times <c>CherenkovFactor</c> times <c>CherenkovUnitScale</c>
/// of the declared model (0 where the scintillator declares no refractive index).
/// </param>
/// <param name="Direction">Direction of the electron at the start of the piece of track.</param>
public readonly record struct EnergyDeposit(
    Position Position,
    double TimeNs,
    double DepositedMeV,
    double QuenchedMeV,
    double ExpectedCherenkovPhotons,
    UnitVector Direction);
