using System.Collections.Immutable;

namespace Isolux.Sensitivity.Signal;

/// <summary>
/// Inverse beta decay on free protons to first order in 1/M with the positron's angle: P. Vogel and J. F. Beacom, Phys. Rev. D 60 (1999) 053003, eqs. 11 to 13, M the mean
/// nucleon mass, normalised to the neutron's lifetime (eq. 9). Masses CODATA 2014 and couplings as in that normalisation (PDG 2018: lifetime 879.4 s, g 1.2701).
/// </summary>
public static class InverseBetaDecay
{
    /// <summary>Positron mass, MeV.</summary>
    public const double ElectronMassMeV = 0.5109989461;

    private const double NeutronMassMeV = 939.565413;
    private const double ProtonMassMeV = 938.272081;
    private const double DifferenceMeV = NeutronMassMeV - ProtonMassMeV;
    private const double NucleonMassMeV = 0.5 * (NeutronMassMeV + ProtonMassMeV);
    private const double NeutronLifetimeS = 879.4;
    private const double PhaseSpace = 1.71465;
    private const double AxialCoupling = 1.2701;
    private const double VectorCoupling = 1.0;
    private const double AnomalousMoment = 3.706;
    private const double ReducedPlanckMeVS = 6.582119569e-22;
    private const double PlanckTimesLightMeVCm = 197.3269804e-13;

    // Scale of the cross section, 1e-43 cm2/MeV2.
    private const double Normalisation = 1e43 * 2.0 * Math.PI * Math.PI * ReducedPlanckMeVS * PlanckTimesLightMeVCm * PlanckTimesLightMeVCm
        / (ElectronMassMeV * ElectronMassMeV * ElectronMassMeV * ElectronMassMeV * ElectronMassMeV * PhaseSpace * NeutronLifetimeS);

    /// <summary>Smallest antineutrino energy, ((Mn + me)^2 - Mp^2)/(2 Mp), MeV.</summary>
    public const double ThresholdMeV =
        (((NeutronMassMeV + ElectronMassMeV) * (NeutronMassMeV + ElectronMassMeV)) - (ProtonMassMeV * ProtonMassMeV)) / (2.0 * ProtonMassMeV);

    /// <summary>Five Gauss-Legendre nodes in the cosine of the positron's angle.</summary>
    public static ImmutableArray<double> CosThetas { get; } =
        [-0.90617984593866399, -0.53846931010568309, 0.0, 0.53846931010568309, 0.90617984593866399];

    /// <summary>Their weights; they sum to 2.</summary>
    public static ImmutableArray<double> CosThetaWeights { get; } =
        [0.23692688505618909, 0.47862867049936647, 0.56888888888888889, 0.47862867049936647, 0.23692688505618909];

    /// <summary>Cross section per proton, 1e-43 cm2; 0 below the threshold. Five nodes are exact to 1e-9, because the integrand is nearly a parabola.</summary>
    /// <param name="neutrinoMeV">Antineutrino energy, MeV.</param>
    public static double EvaluateCrossSection(double neutrinoMeV)
    {
        double sum = 0;
        for (int i = 0; i < CosThetas.Length; i++)
        {
            sum += CosThetaWeights[i] * EvaluateDifferential(neutrinoMeV, CosThetas[i]);
        }

        return sum;
    }

    /// <summary>Cross section per proton and cosine, 1e-43 cm2.</summary>
    /// <param name="neutrinoMeV">Antineutrino energy, MeV.</param>
    /// <param name="cosTheta">Cosine of the angle between antineutrino and positron.</param>
    public static double EvaluateDifferential(double neutrinoMeV, double cosTheta)
    {
        const double f = VectorCoupling;
        const double g = AxialCoupling;
        double e0 = neutrinoMeV - DifferenceMeV;
        double e1 = PositronEnergyMeV(neutrinoMeV, cosTheta);
        if (neutrinoMeV < ThresholdMeV || e0 <= ElectronMassMeV || e1 <= ElectronMassMeV)
        {
            return 0.0;
        }

        double p0 = Math.Sqrt((e0 * e0) - (ElectronMassMeV * ElectronMassMeV));
        double v0 = p0 / e0;
        double p1 = Math.Sqrt((e1 * e1) - (ElectronMassMeV * ElectronMassMeV));
        double v1 = p1 / e1;
        double mass2 = ElectronMassMeV * ElectronMassMeV / e0;
        double recoil = ((e0 + DifferenceMeV) * (1.0 - (cosTheta / v0))) - DifferenceMeV;
        double gamma = (2.0 * (f + AnomalousMoment) * g * ((((2.0 * e0) + DifferenceMeV) * (1.0 - (v0 * cosTheta))) - mass2))
            + (((f * f) + (g * g)) * ((DifferenceMeV * (1.0 + (v0 * cosTheta))) + mass2))
            + (((f * f) + (3.0 * g * g)) * recoil)
            + (((f * f) - (g * g)) * recoil * v0 * cosTheta);
        double leading = ((f * f) + (3.0 * g * g) + (((f * f) - (g * g)) * v1 * cosTheta)) * e1 * p1;
        return 0.5 * Normalisation / ((f * f) + (3.0 * g * g)) * (leading - (gamma * e0 * p0 / NucleonMassMeV));
    }

    /// <summary>Total energy of the positron to first order in 1/M (eq. 11), MeV.</summary>
    /// <param name="neutrinoMeV">Antineutrino energy, MeV.</param>
    /// <param name="cosTheta">Cosine of the angle between antineutrino and positron.</param>
    public static double PositronEnergyMeV(double neutrinoMeV, double cosTheta)
    {
        double e0 = neutrinoMeV - DifferenceMeV;
        double v0 = Math.Sqrt(Math.Max(0.0, 1.0 - (ElectronMassMeV * ElectronMassMeV / (e0 * e0))));
        double y2 = 0.5 * ((DifferenceMeV * DifferenceMeV) - (ElectronMassMeV * ElectronMassMeV));
        return (e0 * (1.0 - (neutrinoMeV / NucleonMassMeV * (1.0 - (v0 * cosTheta))))) - (y2 / NucleonMassMeV);
    }
}
