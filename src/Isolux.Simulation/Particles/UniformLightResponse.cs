using Isolux.Numerics.Distributions;
using Isolux.Numerics.Random;

namespace Isolux.Simulation.Particles;

/// <summary>
/// The same light everywhere: Poisson photoelectrons from a yield per quenched MeV and one per Cherenkov photon. Right at one point, such as the centre; used to
/// choose the electromagnetic model and in tests.
/// </summary>
/// <param name="scintillationPePerMeV">Photoelectrons per MeV of quenched energy.</param>
/// <param name="cherenkovPePerPhoton">Photoelectrons per expected Cherenkov photon (<see cref="EnergyDeposit.ExpectedCherenkovPhotons"/>).</param>
public sealed class UniformLightResponse(double scintillationPePerMeV, double cherenkovPePerPhoton) : ILightResponse
{
    /// <inheritdoc/>
    public LightSample Sample(ReadOnlySpan<EnergyDeposit> deposits, ulong seed, uint run, uint eventIndex)
    {
        double quenchedMeV = 0.0;
        double cherenkovPhotons = 0.0;
        foreach (ref readonly EnergyDeposit deposit in deposits)
        {
            quenchedMeV += deposit.QuenchedMeV;
            cherenkovPhotons += deposit.ExpectedCherenkovPhotons;
        }

        var scintillation = new RandomSequence(seed, run, RandomStream.ScintillationCount, eventIndex, 0);
        var cherenkov = new RandomSequence(seed, run, RandomStream.CherenkovCount, eventIndex, 0);
        return new LightSample(
            Poisson.Sample(scintillationPePerMeV * quenchedMeV, ref scintillation),
            Poisson.Sample(cherenkovPePerPhoton * cherenkovPhotons, ref cherenkov));
    }
}
