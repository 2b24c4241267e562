using System.Collections.Immutable;
using Isolux.Detector.Reactors;

namespace Isolux.Sensitivity.Signal;

/// <summary>
/// Antineutrinos of the declared mixture of isotopes. Tables are interpolated, and continued beyond their ends, as straight lines in the logarithm; the published polynomials
/// collapse above 8 MeV and are kept for comparison only.
/// </summary>
public sealed class FissionSpectrum(ImmutableArray<FissionIsotope> isotopes)
{
    /// <summary>Energy per fission of the mixture, MeV.</summary>
    public double EnergyPerFissionMeV => isotopes.Sum(isotope => isotope.FissionFraction * isotope.EnergyPerFissionMeV);

    /// <summary>Antineutrinos of the mixture per MeV and fission, without corrections.</summary>
    /// <param name="neutrinoMeV">Antineutrino energy, MeV.</param>
    public double EvaluatePerMeV(double neutrinoMeV) => isotopes.Sum(isotope => isotope.FissionFraction * IsotopePerMeV(isotope, neutrinoMeV));

    /// <summary>The excess of a reactor at equilibrium, antineutrinos per MeV and fission.</summary>
    /// <param name="neutrinoMeV">Antineutrino energy, MeV.</param>
    public double NonEquilibriumPerMeV(double neutrinoMeV) =>
        isotopes.Sum(isotope => isotope.NonEquilibrium is { } excess ? isotope.FissionFraction * excess.Evaluate(neutrinoMeV) * IsotopePerMeV(isotope, neutrinoMeV) : 0.0);

    /// <summary>Antineutrinos of one isotope per MeV and fission, from its table.</summary>
    /// <param name="isotope">The isotope.</param>
    /// <param name="neutrinoMeV">Antineutrino energy, MeV.</param>
    public static double IsotopePerMeV(FissionIsotope isotope, double neutrinoMeV)
    {
        ArgumentNullException.ThrowIfNull(isotope);
        ImmutableArray<double> x = isotope.EnergiesMeV;
        int found = x.BinarySearch(neutrinoMeV);
        int i = Math.Clamp(found >= 0 ? found : ~found - 1, 0, x.Length - 2);
        double fraction = (neutrinoMeV - x[i]) / (x[i + 1] - x[i]);
        return Math.Exp(Math.Log(isotope.SpectrumPerMeV[i]) + (fraction * Math.Log(isotope.SpectrumPerMeV[i + 1] / isotope.SpectrumPerMeV[i])));
    }

    /// <summary>The published parametrisation exp(sum a_k E^k) of one isotope, antineutrinos per MeV and fission; good between 2 and 8 MeV.</summary>
    /// <param name="isotope">The isotope.</param>
    /// <param name="neutrinoMeV">Antineutrino energy, MeV.</param>
    public static double PolynomialPerMeV(FissionIsotope isotope, double neutrinoMeV)
    {
        ArgumentNullException.ThrowIfNull(isotope);
        return Math.Exp(isotope.PolynomialCoefficients.Reverse().Aggregate(0.0, (sum, coefficient) => (sum * neutrinoMeV) + coefficient));
    }
}
