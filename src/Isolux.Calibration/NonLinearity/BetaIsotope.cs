using System.Collections.Immutable;

namespace Isolux.Calibration.NonLinearity;

/// <summary>A beta-minus emitter with allowed branches.</summary>
/// <param name="Name">Name.</param>
/// <param name="DaughterCharge">Charge number of the daughter.</param>
/// <param name="DaughterMassNumber">Mass number of the daughter.</param>
/// <param name="WeakMagnetismPerMeV">Slope of the shape factor 1 + a W in the electron's total energy, per MeV.</param>
/// <param name="Branches">Branches.</param>
public sealed record BetaIsotope(string Name, int DaughterCharge, int DaughterMassNumber, double WeakMagnetismPerMeV, ImmutableArray<BetaBranch> Branches)
{
    private const double ReducedComptonFm = 386.15926796;
    private const double RadiusFm = 1.2;
    private const int ProductTerms = 200;

    /// <summary>
    /// Unnormalised density of the electron's kinetic energy in a branch: p W (W0 - W)^2 F(Z, W) (1 + a W) with the relativistic Fermi function of a
    /// point charge at the nuclear radius (E. Fermi, Z. Phys. 88 (1934) 161; radius 1.2 fm A^(1/3)).
    /// </summary>
    /// <param name="branch">The branch.</param>
    /// <param name="kineticMeV">Kinetic energy, MeV; 0 outside (0, endpoint).</param>
    public double Density(BetaBranch branch, double kineticMeV)
    {
        ArgumentNullException.ThrowIfNull(branch);
        if (!(kineticMeV > 0 && kineticMeV < branch.EndpointMeV))
        {
            return 0.0;
        }

        const double mass = Quantities.PhysicalConstants.ElectronMassMeV;
        double w = (kineticMeV / mass) + 1.0;
        double p = Math.Sqrt((w * w) - 1.0);
        double left = (branch.EndpointMeV - kineticMeV) / mass;
        return p * w * left * left * Fermi(w, p) * (1.0 + (WeakMagnetismPerMeV * w * mass));
    }

    private double Fermi(double w, double p)
    {
        double alphaZ = Quantities.PhysicalConstants.FineStructure * DaughterCharge;
        double gamma = Math.Sqrt(1.0 - (alphaZ * alphaZ));
        double eta = alphaZ * w / p;
        double radius = RadiusFm * Math.Cbrt(DaughterMassNumber) / ReducedComptonFm;

        // |Gamma(gamma + i eta) / Gamma(gamma)|^2 as a product; the sum beyond the last term is its integral.
        double log = -eta * eta / (gamma + ProductTerms - 0.5);
        for (int n = 0; n < ProductTerms; n++)
        {
            double ratio = eta / (gamma + n);
            log -= Math.Log(1.0 + (ratio * ratio));
        }

        double gammas = MathNet.Numerics.SpecialFunctions.Gamma(gamma) / MathNet.Numerics.SpecialFunctions.Gamma((2.0 * gamma) + 1.0);
        return 2.0 * (1.0 + gamma) * Math.Pow(2.0 * p * radius, 2.0 * (gamma - 1.0)) * Math.Exp((Math.PI * eta) + log) * gammas * gammas;
    }
}
