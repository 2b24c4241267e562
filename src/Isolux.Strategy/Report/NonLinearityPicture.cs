using System.Collections.Immutable;
using Isolux.Calibration.NonLinearity;
using Isolux.Strategy.NonLinearity;

namespace Isolux.Strategy.Report;

/// <summary>Fitted models of the non-linearity with their data and the truth.</summary>
/// <param name="Data">What the models were fitted to.</param>
/// <param name="Results">One fit per model.</param>
/// <param name="PositronTruth">Simulated light of positrons; empty where the truth is unknown.</param>
public sealed record NonLinearityPicture(NonLinearityData Data, ImmutableArray<NonLinearityResult> Results, ImmutableArray<PositronTruthPoint> PositronTruth);
