namespace Isolux.Strategy.Resolution;

/// <summary>Names of the rows of the resolution table, as summaries carry them.</summary>
public static class ResolutionRowNames
{
    /// <summary>Positrons at the centre, no correction needed.</summary>
    public const string CentralIbd = "central-ibd";

    /// <summary>The perfectly known three-dimensional response of positrons of the same energy at the true vertex.</summary>
    public const string IdealCorrection = "ideal-correction";

    /// <summary>The same, averaged over azimuth.</summary>
    public const string AzimuthalSymmetry = "azimuthal-symmetry";

    /// <summary>The dense map of the neutron-capture gamma instead of positrons.</summary>
    public const string SingleGammaSource = "single-gamma-source";

    /// <summary>The campaign's finite points and a spline instead of a dense map.</summary>
    public const string FinitePoints = "finite-points";

    /// <summary>The same at a smeared vertex.</summary>
    public const string VertexSmearing = "vertex-smearing";

    /// <summary>The name a reader sees.</summary>
    public static string Title(string name) => name switch
    {
        CentralIbd => "Central IBDs",
        IdealCorrection => "Ideal correction",
        AzimuthalSymmetry => "Azimuthal symmetry",
        SingleGammaSource => "Single gamma source",
        FinitePoints => "Finite calibration points",
        VertexSmearing => "Vertex smearing",
        _ => name,
    };
}
