using System.Collections.Immutable;

namespace Isolux.Cli.Commands.Sensitivity;

/// <summary>Delta chi2 against the stochastic term alone.</summary>
internal sealed record WeightCurveReport(string Ordering, string Contents, ImmutableArray<double> APercent, ImmutableArray<double> DeltaChi2);
