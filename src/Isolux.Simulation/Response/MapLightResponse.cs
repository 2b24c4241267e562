using Isolux.Detector.Light;
using Isolux.Numerics.Distributions;
using Isolux.Numerics.Random;
using Isolux.Quantities;
using Isolux.Simulation.Particles;

namespace Isolux.Simulation.Response;

/// <summary>Photoelectrons of the large PMTs from response maps: Poisson about the sum over deposits of light times map.</summary>
/// <param name="map">Response maps of the detector.</param>
/// <param name="scintillation">Its scintillation.</param>
/// <param name="efficiencies">What unequal or dead channels make of it; null where all are nominal.</param>
public sealed class MapLightResponse(ResponseMap map, ScintillationModel scintillation, ChannelEfficiencyMap? efficiencies = null) : ILightResponse
{
    /// <inheritdoc/>
    public LightSample Sample(ReadOnlySpan<EnergyDeposit> deposits, ulong seed, uint run, uint eventIndex)
    {
        (double scintillationPe, double cherenkovPe) = Expected(deposits);
        RandomSequence scintillationRandom = new(seed, run, RandomStream.ScintillationCount, eventIndex, 0);
        RandomSequence cherenkovRandom = new(seed, run, RandomStream.CherenkovCount, eventIndex, 0);
        return new LightSample(Poisson.Sample(scintillationPe, ref scintillationRandom), Poisson.Sample(cherenkovPe, ref cherenkovRandom));
    }

    /// <summary>Expected photoelectrons of a shower.</summary>
    public (double ScintillationPe, double CherenkovPe) Expected(ReadOnlySpan<EnergyDeposit> deposits)
    {
        double scintillationPe = 0;
        double cherenkovPe = 0;
        foreach (ref readonly EnergyDeposit deposit in deposits)
        {
            double detection = map.Lpmt.Evaluate(deposit.Position) * (efficiencies?.Evaluate(deposit.Position) ?? 1.0);
            scintillationPe += deposit.QuenchedMeV * detection;
            if (deposit.ExpectedCherenkovPhotons > 0)
            {
                cherenkovPe += deposit.ExpectedCherenkovPhotons * detection * map.CherenkovRatio.Evaluate(deposit.Position.RadiusMm);
            }
        }

        return (scintillation.PhotonsPerMeV * scintillationPe, cherenkovPe);
    }

    /// <summary>Scintillation-equivalent light of one deposit at a radius: photons as scintillation photons would count.</summary>
    public double EquivalentPhotons(in EnergyDeposit deposit) =>
        (scintillation.PhotonsPerMeV * deposit.QuenchedMeV)
        + (deposit.ExpectedCherenkovPhotons * map.CherenkovRatio.Evaluate(deposit.Position.RadiusMm));
}
