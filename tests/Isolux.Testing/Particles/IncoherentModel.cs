namespace Isolux.Testing.Particles;

/// <summary>Which incoherent cross section the test medium uses.</summary>
public enum IncoherentModel
{
    /// <summary>NIST XCOM: electrons bound in atoms, which suppresses scattering below about 50 keV.</summary>
    BoundElectrons,

    /// <summary>Klein-Nishina on free electrons, as in the Geant4 reference.</summary>
    FreeElectrons,
}
