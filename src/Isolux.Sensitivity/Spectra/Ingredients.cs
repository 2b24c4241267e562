namespace Isolux.Sensitivity.Spectra;

/// <summary>What a prediction contains beyond oscillated antineutrinos of the near cores at one mean distance.</summary>
[Flags]
public enum Ingredients
{
    /// <summary>Near cores at their mean distance, statistics only.</summary>
    None = 0,

    /// <summary>Every core at its own distance, far ones included.</summary>
    RealBaselines = 1,

    /// <summary>Backgrounds.</summary>
    Backgrounds = 2,

    /// <summary>Errors of fluxes, detection, corrections, matter and rates of backgrounds.</summary>
    RateErrors = 4,

    /// <summary>Uncorrelated errors of the shapes of signal and backgrounds.</summary>
    ShapeErrors = 8,

    /// <summary>The calibrated band of the non-linearity.</summary>
    NonLinearityErrors = 16,

    /// <summary>Everything.</summary>
    All = RealBaselines | Backgrounds | RateErrors | ShapeErrors | NonLinearityErrors,
}
