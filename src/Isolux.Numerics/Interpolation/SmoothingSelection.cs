namespace Isolux.Numerics.Interpolation;

/// <summary>How a <see cref="ThinPlateSplineFit"/> chooses between fidelity and smoothness.</summary>
public enum SmoothingSelection
{
    /// <summary>No smoothing: the spline passes through every point.</summary>
    Interpolation,

    /// <summary>Minimal generalised cross-validation score; only the ratios of the point errors matter (Wahba 1990, section 4.3).</summary>
    GeneralizedCrossValidation,

    /// <summary>Minimal unbiased estimate of the risk; trusts the point errors (Wahba 1990, section 4.7).</summary>
    UnbiasedRisk,

    /// <summary>The smoothest spline whose chi2 does not exceed its residual degrees of freedom; trusts the point errors.</summary>
    ChiSquaredTarget,
}
