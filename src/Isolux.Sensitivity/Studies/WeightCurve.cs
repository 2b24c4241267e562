using System.Collections.Immutable;
using Isolux.Detector.Reactors;
using Isolux.Sensitivity.Spectra;

namespace Isolux.Sensitivity.Studies;

/// <summary>Delta chi2 against the stochastic term alone.</summary>
/// <param name="Ordering">True ordering.</param>
/// <param name="Ingredients">Contents of the spectra.</param>
/// <param name="DeltaChi2">One value per stochastic term.</param>
public sealed record WeightCurve(MassOrdering Ordering, Ingredients Ingredients, ImmutableArray<double> DeltaChi2);
