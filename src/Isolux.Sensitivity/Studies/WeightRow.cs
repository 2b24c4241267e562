using Isolux.Detector.Reactors;
using Isolux.Sensitivity.Spectra;

namespace Isolux.Sensitivity.Studies;

/// <summary>The weights at one stochastic term.</summary>
/// <param name="Ordering">True ordering.</param>
/// <param name="Ingredients">Contents of the spectra.</param>
/// <param name="StochasticPercent">a0, percent.</param>
/// <param name="ConstantWeight">w_b: b counts like a stochastic term w_b b.</param>
/// <param name="ConstantWeightError">Scatter of w_b over the constant terms tried.</param>
/// <param name="InverseNoiseWeight">1/w_c: c counts like a stochastic term w_c c.</param>
/// <param name="InverseNoiseWeightError">Scatter of 1/w_c over the noise terms tried.</param>
public sealed record WeightRow(
    MassOrdering Ordering,
    Ingredients Ingredients,
    double StochasticPercent,
    double ConstantWeight,
    double ConstantWeightError,
    double InverseNoiseWeight,
    double InverseNoiseWeightError);
