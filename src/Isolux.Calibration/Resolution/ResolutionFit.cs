using System.Collections.Immutable;
using Isolux.Detector.Light;
using Isolux.Numerics.Fitting;

namespace Isolux.Calibration.Resolution;

/// <summary>The resolution model fitted to peaks.</summary>
/// <param name="Status">Whether the fit can be used.</param>
/// <param name="Model">Best (a, b, c), fractions.</param>
/// <param name="AError">Error of a.</param>
/// <param name="BError">Error of b.</param>
/// <param name="CError">Error of c.</param>
/// <param name="Covariance">Covariance of (a, b, c), row by row, shape [3 x 3]; 0 rows for a term held at its bound 0.</param>
/// <param name="EffectiveResolutionError">Error of a~ from the full covariance.</param>
/// <param name="Chi2">chi2 of the fit.</param>
/// <param name="Ndf">Degrees of freedom.</param>
/// <param name="Points">The points fitted.</param>
public sealed record ResolutionFit(
    FitStatus Status,
    ResolutionModel Model,
    double AError,
    double BError,
    double CError,
    ImmutableArray<double> Covariance,
    double EffectiveResolutionError,
    double Chi2,
    int Ndf,
    ImmutableArray<ResolutionPoint> Points);
