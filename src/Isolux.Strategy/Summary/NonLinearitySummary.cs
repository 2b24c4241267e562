using System.Collections.Immutable;

namespace Isolux.Strategy.Summary;

/// <summary>Non-linearity of the scintillator: the source lines and the models fitted to them.</summary>
/// <param name="Models">The fitted models.</param>
/// <param name="Sources">The source lines by energy, refused ones included.</param>
public sealed record NonLinearitySummary(ImmutableArray<NonLinearityModelSummary> Models, ImmutableArray<SourceLineSummary> Sources);
