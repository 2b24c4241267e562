namespace Isolux.Numerics.Fitting;

/// <summary>A curve y(x) with parameters.</summary>
/// <param name="x">Abscissa.</param>
/// <param name="parameters">All parameters in the order given to the fit.</param>
/// <returns>The ordinate.</returns>
public delegate double CurveModel(double x, ReadOnlySpan<double> parameters);
