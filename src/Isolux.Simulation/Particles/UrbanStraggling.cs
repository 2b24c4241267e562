namespace Isolux.Simulation.Particles;

/// <summary>
/// Energy loss D of one step as a compound-Poisson sum of excitations of a fixed energy and ionisations with a 1/E^2 spectrum up to the cut
/// (L. Urban et al., NIM A 362 (1995) 416, in the two-process form and with the constants of the Geant4 Physics Reference Manual,
/// "Fluctuations in energy loss"). Gives the exact moments of the quenched energy q = D/(1 + a D) of the step from the Laplace
/// transform L(s) of D: E[1/(1 + a D)] = integral of e^-u L(a u) du, so no step is ever sampled.
/// </summary>
internal static class UrbanStraggling
{
    private const double IonisationShare = 0.56;
    private const double ExcitationWidth = 4.0;
    private const double ManyExcitations = 42.0;
    private const double LowestIonisationMeV = 1e-5;

    /// <summary>Mean of q and variance of q - D x slope for one step: what a fluctuation of D gains here it takes from the track that is left.</summary>
    /// <param name="meanLossMeV">E[D], MeV.</param>
    /// <param name="largestLossMeV">Largest single ionisation: the cut or the kinematic limit, MeV.</param>
    /// <param name="excitationMeV">Mean excitation energy I, MeV.</param>
    /// <param name="quenchingPerMeV">a = kB / (step x density), per MeV.</param>
    /// <param name="slopeRatio">Derivative of the quenched energy of the track that is left with respect to its energy (dimensionless).</param>
    public static (double MeanMeV, double VarianceMeV2) QuenchedStep(
        double meanLossMeV, double largestLossMeV, double excitationMeV, double quenchingPerMeV, double slopeRatio)
    {
        double scaling = Math.Min(1.0 + (0.5e-3 / largestLossMeV), 1.5);
        double lossMeV = meanLossMeV / scaling;
        double excitations = (1.0 - IonisationShare) * lossMeV / excitationMeV;
        double width = excitations < ManyExcitations
            ? 0.1 + ((ExcitationWidth - 0.1) * Math.Sqrt(excitations / ManyExcitations))
            : ExcitationWidth;
        excitations /= width;
        double excitationStepMeV = excitationMeV * width * scaling;
        double lowMeV = LowestIonisationMeV * scaling;
        double highMeV = largestLossMeV * scaling;
        double ionisationWeightMeV = IonisationShare * meanLossMeV / Math.Log(highMeV / lowMeV);

        double first = 0.0;
        double second = 0.0;
        const double spacing = 0.1;
        for (int k = -45; k <= 40; k++)
        {
            // The substitution u = exp(x - exp(-x)) makes the trapezoid rule converge exponentially.
            double x = k * spacing;
            double decay = Math.Exp(-x);
            double u = Math.Exp(x - decay);
            double weight = spacing * u * (1.0 + decay) * Math.Exp(-u);
            double s = quenchingPerMeV * u;
            double exponent = (excitations * Saturation(s * excitationStepMeV))
                + (ionisationWeightMeV * IonisationIntegralPerMeV(s, lowMeV, highMeV));
            double deficit = Saturation(exponent);
            first += weight * deficit;
            second += weight * (2.0 - u) * deficit;
        }

        double meanMeV = first / quenchingPerMeV;
        double quenchedVariance = (second / (quenchingPerMeV * quenchingPerMeV)) - (meanMeV * meanMeV);
        double covariance = ((meanLossMeV - meanMeV) / quenchingPerMeV) - (meanMeV * meanLossMeV);
        double lossVariance = (excitations * excitationStepMeV * excitationStepMeV) + (ionisationWeightMeV * (highMeV - lowMeV));
        double variance = quenchedVariance - (2.0 * slopeRatio * covariance) + (slopeRatio * slopeRatio * lossVariance);
        return (meanMeV, Math.Max(0.0, variance));
    }

    /// <summary>Integral of (1 - e^(-s E)) / E^2 from low to high.</summary>
    private static double IonisationIntegralPerMeV(double s, double lowMeV, double highMeV)
    {
        // Beyond s E = 15 the exponential is below 1e-6 and the series would cancel.
        double splitMeV = Math.Clamp(15.0 / s, lowMeV, highMeV);
        double sum = s * Math.Log(splitMeV / lowMeV);
        double term = s;
        double power = 1.0;
        for (int n = 2; n < 80; n++)
        {
            term *= -s * splitMeV / n;
            power *= lowMeV / splitMeV;
            double contribution = term * (1.0 - power) / (n - 1);
            sum += contribution;
            if (Math.Abs(contribution) < 1e-16 * Math.Abs(sum))
            {
                break;
            }
        }

        return sum + ((1.0 / splitMeV) - (1.0 / highMeV));
    }

    /// <summary>1 - e^-x without cancellation for small x.</summary>
    private static double Saturation(double x) =>
        x < 1e-3 ? x * (1.0 - (x / 2.0 * (1.0 - (x / 3.0 * (1.0 - (x / 4.0)))))) : 1.0 - Math.Exp(-x);
}
