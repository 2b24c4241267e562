using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Detector.Light;
using Isolux.Detector.Materials;
using Isolux.Numerics.Interpolation;
using Isolux.Simulation.Particles;

namespace Isolux.Testing.Particles;

/// <summary>
/// The unbounded medium of the electromagnetic reference (docs/validation/reference/geant4_em.csv): linear alkylbenzene C18H30, 0.856 g/cm3, I = 59.23 eV, with the
/// Sternheimer-Peierls parameters that follow from these, and NIST XCOM cross sections.
/// </summary>
public static class LaboratoryScintillator
{
    // NIST XCOM (SRD 8): MeV; carbon incoherent, photoelectric, pair; hydrogen incoherent, photoelectric, pair; barn per atom.
    private static readonly (double Energy, double C1, double C2, double C3, double H1, double H2, double H3)[] s_xcom =
    [
        (0.001, 2.5190e-01, 4.4069e+04, 0.0000e+00, 8.4240e-02, 1.1410e+01, 0.0000e+00),
        (0.0015, 4.9959e-01, 1.3950e+04, 0.0000e+00, 1.6475e-01, 2.9320e+00, 0.0000e+00),
        (0.002, 7.6919e-01, 6.0169e+03, 0.0000e+00, 2.4736e-01, 1.1110e+00, 0.0000e+00),
        (0.003, 1.2769e+00, 1.7880e+03, 0.0000e+00, 3.8187e-01, 2.8060e-01, 0.0000e+00),
        (0.004, 1.6830e+00, 7.4270e+02, 0.0000e+00, 4.6695e-01, 1.0530e-01, 0.0000e+00),
        (0.005, 1.9836e+00, 3.7210e+02, 0.0000e+00, 5.1869e-01, 4.9069e-02, 0.0000e+00),
        (0.006, 2.1995e+00, 2.1030e+02, 0.0000e+00, 5.4975e-01, 2.6270e-02, 0.0000e+00),
        (0.008, 2.4961e+00, 8.4591e+01, 0.0000e+00, 5.8377e-01, 9.8161e-03, 0.0000e+00),
        (0.01, 2.6960e+00, 4.1400e+01, 0.0000e+00, 5.9903e-01, 4.5580e-03, 0.0000e+00),
        (0.015, 3.0114e+00, 1.1140e+01, 0.0000e+00, 6.0941e-01, 1.1280e-03, 0.0000e+00),
        (0.02, 3.1806e+00, 4.3410e+00, 0.0000e+00, 6.0673e-01, 4.1820e-04, 0.0000e+00),
        (0.03, 3.2925e+00, 1.1380e+00, 0.0000e+00, 5.9126e-01, 1.0320e-04, 0.0000e+00),
        (0.04, 3.2893e+00, 4.3739e-01, 0.0000e+00, 5.7487e-01, 3.8229e-05, 0.0000e+00),
        (0.05, 3.2431e+00, 2.0790e-01, 0.0000e+00, 5.5864e-01, 1.7710e-05, 0.0000e+00),
        (0.06, 3.1823e+00, 1.1310e-01, 0.0000e+00, 5.4341e-01, 9.4550e-06, 0.0000e+00),
        (0.08, 3.0476e+00, 4.3270e-02, 0.0000e+00, 5.1556e-01, 3.5230e-06, 0.0000e+00),
        (0.1, 2.9181e+00, 2.0570e-02, 0.0000e+00, 4.9133e-01, 1.6440e-06, 0.0000e+00),
        (0.15, 2.6412e+00, 5.3970e-03, 0.0000e+00, 4.4256e-01, 4.1760e-07, 0.0000e+00),
        (0.2, 2.4259e+00, 2.1210e-03, 0.0000e+00, 4.0561e-01, 1.6110e-07, 0.0000e+00),
        (0.3, 2.1136e+00, 5.9440e-04, 0.0000e+00, 3.5278e-01, 4.4140e-08, 0.0000e+00),
        (0.4, 1.8949e+00, 2.5360e-04, 0.0000e+00, 3.1607e-01, 1.8580e-08, 0.0000e+00),
        (0.5, 1.7312e+00, 1.3640e-04, 0.0000e+00, 2.8865e-01, 9.9269e-09, 0.0000e+00),
        (0.6, 1.6016e+00, 8.4819e-05, 0.0000e+00, 2.6700e-01, 6.1580e-09, 0.0000e+00),
        (0.8, 1.4072e+00, 4.2770e-05, 0.0000e+00, 2.3463e-01, 3.1180e-09, 0.0000e+00),
        (1, 1.2658e+00, 2.6590e-05, 0.0000e+00, 2.1095e-01, 1.9610e-09, 0.0000e+00),
        (1.25, 1.1313e+00, 1.6650e-05, 2.8697e-04, 1.8860e-01, 1.3040e-09, 7.8049e-06),
        (1.5, 1.0284e+00, 1.2090e-05, 1.5943e-03, 1.7140e-01, 9.7321e-10, 4.3850e-05),
        (2, 8.7761e-01, 7.6310e-06, 6.3560e-03, 1.4629e-01, 6.2010e-10, 1.7581e-04),
        (3, 6.9066e-01, 4.2820e-06, 1.8443e-02, 1.1506e-01, 3.5240e-10, 5.4513e-04),
        (4, 5.7620e-01, 2.9470e-06, 3.0539e-02, 9.6036e-02, 2.4440e-10, 9.8491e-04),
        (5, 4.9770e-01, 2.2390e-06, 4.1630e-02, 8.2949e-02, 1.8660e-10, 1.4300e-03),
        (6, 4.3995e-01, 1.8020e-06, 5.1785e-02, 7.3323e-02, 1.5080e-10, 1.8592e-03),
        (8, 3.6002e-01, 1.2940e-06, 6.9282e-02, 5.9999e-02, 1.0880e-10, 2.6343e-03),
        (10, 3.0663e-01, 1.0090e-06, 8.3878e-02, 5.1119e-02, 8.5030e-11, 3.3080e-03),
        (15, 2.2711e-01, 6.4900e-07, 1.1152e-01, 3.7851e-02, 5.4950e-11, 4.6390e-03),
        (20, 1.8229e-01, 4.7820e-07, 1.3185e-01, 3.0396e-02, 4.0570e-11, 5.6510e-03),
    ];

    /// <summary>The medium.</summary>
    public static MaterialComposition Material(IncoherentModel incoherent)
    {
        const double carbon = 18 * 12.011;
        const double hydrogen = 30 * 1.008;
        Element c = Build("C", 6, 12.011, incoherent, r => (r.Energy, r.C1, r.C2, r.C3));
        Element h = Build("H", 1, 1.008, incoherent, r => (r.Energy, r.H1, r.H2, r.H3));
        return new MaterialComposition(
            "LAB", [new(c, carbon / (carbon + hydrogen)), new(h, hydrogen / (carbon + hydrogen))], 0.856, 59.23,
            new DensityEffect(19.951, 3.176, 0.2, 2.0, 0.3867, 3.0));
    }

    /// <summary>A detector of nothing but this medium.</summary>
    public static DetectorDescription Detector(ElectromagneticModel model, IncoherentModel incoherent = IncoherentModel.BoundElectrons) => new()
    {
        Name = "laboratory",
        Media = ImmutableDictionary<string, OpticalMedium>.Empty,
        Photosensors = [],
        Target = Material(incoherent),
        Electromagnetic = model,
        Sources = [],
        Systems = [],
        Assumptions = [],
        Digest = string.Empty,
        LightDigest = string.Empty,
    };

    /// <summary>Cuts and steps of the reference configurations A to D.</summary>
    public static ElectromagneticModel ReferenceModel(string configuration)
    {
        (double cutMeV, double stepMm) = configuration switch
        {
            "A" => (0.2573, 1.0),
            "B" or "D" => (0.0797, 0.1),
            "C" => (0.01155, 0.02),
            _ => throw new ArgumentOutOfRangeException(nameof(configuration), configuration, "Configurations are A, B, C and D."),
        };
        return new ElectromagneticModel(
            cutMeV, stepMm, 12.05e-3, 1.0, 1.0, StragglingModel.Urban,
            configuration == "D" ? BremsstrahlungModel.ExplicitAboveCut : BremsstrahlungModel.Off);
    }

    private static Element Build(
        string symbol, int z, double massGPerMol, IncoherentModel incoherent,
        Func<(double Energy, double C1, double C2, double C3, double H1, double H2, double H3), (double E, double I, double P, double Pair)> select)
    {
        (double E, double I, double P, double Pair)[] rows = Array.ConvertAll(s_xcom, r => select(r));
        double[] energies = Array.ConvertAll(rows, r => r.E);
        const double barnPerMm2 = 1e22;
        double[] scattering = Array.ConvertAll(
            rows, r => incoherent == IncoherentModel.FreeElectrons ? z * ComptonScattering.CrossSectionMm2(r.E) * barnPerMm2 : r.I);
        return new Element(symbol, z, massGPerMol, new PhotonCrossSections(
            new SampledCurve(energies, scattering, CurveInterpolation.LogLog),
            new SampledCurve(energies, Array.ConvertAll(rows, r => r.P), CurveInterpolation.LogLog),
            new SampledCurve(energies, Array.ConvertAll(rows, r => r.Pair))));
    }
}
