namespace Isolux.Numerics.Fitting;

/// <summary>How a fit ended. Only <see cref="Converged"/> may be used without a decision.</summary>
public enum FitStatus
{
    /// <summary>A minimum was found and its covariance is regular.</summary>
    Converged,

    /// <summary>A minimum was found with a parameter at one of its bounds, held there for the covariance (its error is 0).</summary>
    AtBound,

    /// <summary>The minimiser stopped before the gradient vanished.</summary>
    NotConverged,

    /// <summary>The data do not determine every parameter; errors are NaN.</summary>
    SingularCovariance,

    /// <summary>The data cannot be fitted: a value is not finite, an error not positive, or there are fewer points than parameters.</summary>
    BadInput,
}
