namespace Isolux.Numerics.Fitting;

/// <summary>Derivatives of every prediction by every parameter.</summary>
/// <param name="parameters">All parameters, fixed ones included, in the order given to the fit.</param>
/// <param name="jacobian">Receives the derivatives point by point: entry [point * parameters + parameter].</param>
public delegate void PredictionJacobian(ReadOnlySpan<double> parameters, Span<double> jacobian);
