using System.Collections.Immutable;
using Isolux.Detector.Reactors;
using Isolux.Numerics.Fitting;

namespace Isolux.Sensitivity.Statistics;

/// <summary>A minimum of a spectrum fit.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Chi2">What was minimised, priors included.</param>
/// <param name="ParameterValues">All parameters, oscillation first.</param>
/// <param name="Covariance">Covariance of the four oscillation parameters; 0 for those that were held.</param>
/// <param name="Iterations">Steps taken.</param>
public sealed record SpectrumFitResult(FitStatus Status, double Chi2, ImmutableArray<double> ParameterValues, CovarianceMatrix Covariance, int Iterations)
{
    /// <summary>The oscillation parameters.</summary>
    public OscillationParameters Oscillation => new(ParameterValues[0], ParameterValues[1], ParameterValues[2], ParameterValues[3]);

    /// <summary>Value of an oscillation parameter.</summary>
    public double Value(OscillationParameter parameter) => ParameterValues[(int)parameter];

    /// <summary>Standard error of an oscillation parameter.</summary>
    public double Error(OscillationParameter parameter) => Covariance.Error((int)parameter);
}
