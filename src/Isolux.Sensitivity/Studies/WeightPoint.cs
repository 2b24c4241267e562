using Isolux.Detector.Reactors;
using Isolux.Sensitivity.Spectra;

namespace Isolux.Sensitivity.Studies;

/// <summary>One mock spectrum behind the weights.</summary>
/// <param name="Ordering">True ordering.</param>
/// <param name="Ingredients">Contents of the spectrum.</param>
/// <param name="StochasticPercent">a0, percent.</param>
/// <param name="ConstantPercent">b, percent; 0 where c is tried.</param>
/// <param name="NoisePercent">c, percent; 0 where b is tried.</param>
/// <param name="DeltaChi2">What it gives.</param>
/// <param name="EquivalentPercent">Stochastic term that gives the same with b = c = 0, percent.</param>
public sealed record WeightPoint(
    MassOrdering Ordering, Ingredients Ingredients, double StochasticPercent, double ConstantPercent, double NoisePercent, double DeltaChi2, double EquivalentPercent)
{
    /// <summary>a_eq^2 - a0^2, percent^2: the weight squared times the square of the term.</summary>
    public double ExcessSquarePercent => (EquivalentPercent * EquivalentPercent) - (StochasticPercent * StochasticPercent);
}
