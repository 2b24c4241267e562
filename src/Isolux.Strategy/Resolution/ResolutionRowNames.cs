using System.Collections.Immutable;

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

    /// <summary>Efficiencies of the large PMTs spread by 8 %.</summary>
    public const string QeSpread = "qe-spread";

    /// <summary>1 % of the large PMTs dead, anywhere.</summary>
    public const string PmtDeathRandom = "pmt-death-random";

    /// <summary>1 % of the large PMTs dead, all on one side.</summary>
    public const string PmtDeathAsymmetric = "pmt-death-asymmetric";

    /// <summary>1 % of the large PMTs dead, side by side; a companion of the asymmetric death, not a row of the table.</summary>
    public const string PmtDeathPatch = "pmt-death-patch";

    /// <summary>The scintillator makes 1 % less light.</summary>
    public const string LightYieldMinus1 = "light-yield-minus-1";

    /// <summary>The scintillator makes 5 % less light.</summary>
    public const string LightYieldMinus5 = "light-yield-minus-5";

    /// <summary>The scintillator absorbs over 4 % less length.</summary>
    public const string AbsorptionMinus4 = "absorption-minus-4";

    /// <summary>Charges with a single-photoelectron resolution of 30 % instead of counts.</summary>
    public const string Spe30 = "spe-30";

    /// <summary>Vertex and energy from the hits instead of a smeared vertex and a count.</summary>
    public const string FullReconstruction = "full-reconstruction";

    /// <summary>Names of the later rows, in which the detector varies, in the published order.</summary>
    public static ImmutableArray<string> Variations { get; } =
        [QeSpread, PmtDeathRandom, PmtDeathAsymmetric, LightYieldMinus1, LightYieldMinus5, AbsorptionMinus4, Spe30];

    /// <summary>Whether a row only corrects the events of the unvaried detector differently.</summary>
    public static bool IsCorrection(string name) =>
        name is CentralIbd or IdealCorrection or AzimuthalSymmetry or SingleGammaSource or FinitePoints or VertexSmearing;

    /// <summary>The name a reader sees.</summary>
    public static string Title(string name) => name switch
    {
        CentralIbd => "Central IBDs",
        IdealCorrection => "Ideal correction",
        AzimuthalSymmetry => "Azimuthal symmetry",
        SingleGammaSource => "Single gamma source",
        FinitePoints => "Finite calibration points",
        VertexSmearing => "Vertex smearing",
        QeSpread => "QE spread 8 %",
        PmtDeathRandom => "1 % PMT death (random)",
        PmtDeathAsymmetric => "1 % PMT death (asymmetric)",
        PmtDeathPatch => "1 % PMT death (one patch)",
        LightYieldMinus1 => "Light yield reduced by 1 %",
        LightYieldMinus5 => "Light yield reduced by 5 %",
        AbsorptionMinus4 => "Absorption length reduced by 4 %",
        Spe30 => "SPE resolution 30 %",
        FullReconstruction => "Full reconstruction",
        _ => name,
    };
}
