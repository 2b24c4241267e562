using Isolux.Detector.Materials;
using Isolux.Numerics.Interpolation;

namespace Isolux.Simulation.Particles;

/// <summary>
/// Bremsstrahlung: photons with dN/dk = N (1/k)(1 - y + 0.75 y^2), y = k/T, normalised to the radiative stopping power
/// (an assumption on the shape: the high-energy complete-screening form).
/// </summary>
public sealed class RadiativeLoss
{
    // Radiative stopping power of a LAB scintillator, MeV cm2/g (NIST ESTAR; the point at 0.1 MeV is water scaled by Z(Z+1)/A).
    private static readonly double[] s_energiesMeV = [0.1, 1.0, 5.0, 10.0, 20.0];
    private static readonly double[] s_lossesMeVCm2PerG = [0.0048, 0.0112, 0.068, 0.153, 0.344];

    // Sum of w Z(Z+1)/A over the scintillator for which the table holds (C 0.87924, H 0.1201), mol/g.
    private const double ReferenceRadiatorMolPerG = 3.3127;

    private readonly SampledCurve _loss;

    /// <summary>The loss in a material, scaled from the tabulated scintillator by the sum of w Z(Z+1)/A.</summary>
    public RadiativeLoss(MaterialComposition material)
    {
        ArgumentNullException.ThrowIfNull(material);
        double radiator = material.Elements.Sum(e => e.MassFraction * e.Element.AtomicNumber * (e.Element.AtomicNumber + 1) / e.Element.AtomicMassGPerMol);
        _loss = new SampledCurve(s_energiesMeV, s_lossesMeVCm2PerG, CurveInterpolation.LogLog).Scale(radiator / ReferenceRadiatorMolPerG);
    }

    /// <summary>Mean energy loss to photons of all energies, MeV cm2/g.</summary>
    public double StoppingMeVCm2PerG(double energyMeV) =>
        energyMeV < s_energiesMeV[0] ? _loss.Evaluate(s_energiesMeV[0]) : _loss.Evaluate(energyMeV);

    /// <summary>Mean energy loss to photons below the cut, MeV cm2/g.</summary>
    public double RestrictedStoppingMeVCm2PerG(double energyMeV, double cutMeV)
    {
        double y = Math.Min(1.0, cutMeV / energyMeV);
        return StoppingMeVCm2PerG(energyMeV) * y * (1.0 - (0.5 * y) + (0.25 * y * y)) / 0.75;
    }

    /// <summary>Photons above the cut per g/cm2, cm2/g.</summary>
    public double HardRateCm2PerG(double energyMeV, double cutMeV)
    {
        if (cutMeV >= energyMeV)
        {
            return 0.0;
        }

        double y = cutMeV / energyMeV;
        double integral = -Math.Log(y) - (1.0 - y) + (0.375 * (1.0 - (y * y)));
        return StoppingMeVCm2PerG(energyMeV) / (0.75 * energyMeV) * integral;
    }
}
