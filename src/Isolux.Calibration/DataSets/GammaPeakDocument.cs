using System.Collections.Immutable;

namespace Isolux.Calibration.DataSets;

/// <summary>Visible energy of a gamma peak.</summary>
/// <param name="Name">Name of the source.</param>
/// <param name="GammaEnergiesMeV">Gammas emitted together, MeV; a single effective energy where only that is published.</param>
/// <param name="VisibleRatio">Visible over true energy.</param>
/// <param name="Error">Standard error of the ratio.</param>
public sealed record GammaPeakDocument(string Name, ImmutableArray<double> GammaEnergiesMeV, double VisibleRatio, double Error);
