using Isolux.Detector.Reactors;

namespace Isolux.Sensitivity.Signal;

/// <summary>Probability that an electron antineutrino is still one, three flavours, exact in matter of constant density.</summary>
/// <param name="parameters">Oscillation parameters.</param>
/// <param name="matterDensityGPerCm3">Density, g/cm3; 0 for vacuum.</param>
/// <param name="electronFraction">Electrons per nucleon.</param>
public sealed class SurvivalProbability(OscillationParameters parameters, double matterDensityGPerCm3, double electronFraction)
{
    /// <summary>The probability.</summary>
    /// <param name="neutrinoMeV">Energy, MeV.</param>
    /// <param name="baselineKm">Distance, km.</param>
    /// <exception cref="ArgumentOutOfRangeException">The energy is not positive.</exception>
    public double Evaluate(double neutrinoMeV, double baselineKm)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(neutrinoMeV);
        double potentialEv2 = MatterOscillation.PotentialEv2(neutrinoMeV, matterDensityGPerCm3, electronFraction);
        return MatterOscillation.Solve(parameters, potentialEv2, derivativeCount: 0).Evaluate(baselineKm / neutrinoMeV);
    }

    /// <summary>The probability and its derivatives.</summary>
    /// <param name="neutrinoMeV">Energy, MeV.</param>
    /// <param name="baselineKm">Distance, km.</param>
    /// <param name="derivativeValues">Receives derivatives by sin^2 theta12, sin^2 theta13, dm21, dm31 (per eV2) and the matter potential (per eV2); length 5.</param>
    public double Evaluate(double neutrinoMeV, double baselineKm, Span<double> derivativeValues)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(neutrinoMeV);
        double potentialEv2 = MatterOscillation.PotentialEv2(neutrinoMeV, matterDensityGPerCm3, electronFraction);
        return MatterOscillation.Solve(parameters, potentialEv2).Evaluate(baselineKm / neutrinoMeV, derivativeValues);
    }
}
