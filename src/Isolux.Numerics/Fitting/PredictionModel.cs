namespace Isolux.Numerics.Fitting;

/// <summary>Predicts every data value for the given parameters.</summary>
/// <param name="parameters">All parameters, fixed ones included, in the order given to the fit.</param>
/// <param name="predictions">Receives one value per data point.</param>
public delegate void PredictionModel(ReadOnlySpan<double> parameters, Span<double> predictions);
