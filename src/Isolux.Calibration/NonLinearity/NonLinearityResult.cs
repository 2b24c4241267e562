using System.Collections.Immutable;
using Isolux.Conditions.Payloads;
using Isolux.Numerics.Fitting;

namespace Isolux.Calibration.NonLinearity;

/// <summary>A fitted model of the non-linearity.</summary>
/// <param name="Model">Name of the model.</param>
/// <param name="ParameterNames">Names of the fitted parameters: of the model, then of the beta spectrum.</param>
/// <param name="ModelParameterCount">How many of them belong to the model.</param>
/// <param name="Fit">The fit; its covariance holds the errors of the data only.</param>
/// <param name="Covariance">Covariance of all parameters: errors of the data and correlated biases.</param>
/// <param name="Curves">Curves with 68 % bands of errors and biases.</param>
/// <param name="PositronCovariance">Covariance of the positron curve from the toys, row by row.</param>
/// <param name="PredictedValues">What the best fit predicts for every gamma point and bin.</param>
/// <param name="ToyCount">Toys behind the bands.</param>
/// <param name="RejectedToyCount">Toys whose fit did not converge; they are left out.</param>
public sealed record NonLinearityResult(
    string Model,
    ImmutableArray<string> ParameterNames,
    int ModelParameterCount,
    FitResult Fit,
    CovarianceMatrix Covariance,
    NonLinearityCurves Curves,
    ImmutableArray<double> PositronCovariance,
    ImmutableArray<double> PredictedValues,
    int ToyCount,
    int RejectedToyCount)
{
    /// <summary>The constants to publish.</summary>
    /// <param name="provenance">Data and program they come from.</param>
    public ElectronNonLinearityPayload ToPayload(string provenance)
    {
        int count = ModelParameterCount;
        return new ElectronNonLinearityPayload(
            Model,
            ParameterNames[..count],
            Fit.Parameters[..count],
            [.. Enumerable.Range(0, count * count).Select(i => Covariance[i / count, i % count])],
            Curves.Electron.EnergiesMeV,
            Curves.Electron.Ratio,
            Curves.Positron.EnergiesMeV,
            Curves.Positron.Ratio,
            PositronCovariance,
            provenance);
    }
}
