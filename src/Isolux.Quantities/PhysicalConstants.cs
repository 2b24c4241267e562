namespace Isolux.Quantities;

/// <summary>Physical constants with their sources; internal units MeV, mm, ns.</summary>
public static class PhysicalConstants
{
    /// <summary>Speed of light in vacuum (exact, SI), mm/ns.</summary>
    public const double SpeedOfLightMmPerNs = 299.792458;

    /// <summary>Electron mass energy, CODATA 2018, MeV.</summary>
    public const double ElectronMassMeV = 0.51099895;

    /// <summary>Proton mass energy, CODATA 2018, MeV.</summary>
    public const double ProtonMassMeV = 938.27208816;

    /// <summary>Neutron mass energy, CODATA 2018, MeV.</summary>
    public const double NeutronMassMeV = 939.56542052;

    /// <summary>Atomic mass unit, CODATA 2018, MeV.</summary>
    public const double AtomicMassUnitMeV = 931.49410242;

    /// <summary>Fine-structure constant, CODATA 2018 (dimensionless).</summary>
    public const double FineStructure = 7.2973525693e-3;

    /// <summary>Classical electron radius, CODATA 2018, mm.</summary>
    public const double ClassicalElectronRadiusMm = 2.8179403262e-12;

    /// <summary>Avogadro constant (exact, SI), per mole.</summary>
    public const double AvogadroPerMole = 6.02214076e23;

    /// <summary>h c: photon energy times wavelength (exact, SI), eV nm.</summary>
    public const double PlanckTimesLightEvNm = 1239.8419843320026;

    /// <summary>Gamma energy of neutron capture on hydrogen, n + p to d (NNDC), MeV.</summary>
    public const double HydrogenCaptureGammaMeV = 2.22325;
}
