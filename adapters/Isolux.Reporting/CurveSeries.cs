using System.Collections.Immutable;

namespace Isolux.Reporting;

/// <summary>One series of a figure.</summary>
/// <param name="Name">As the legend says it.</param>
/// <param name="X">Abscissae.</param>
/// <param name="Y">Ordinates, one per abscissa.</param>
/// <param name="Mark">How it is drawn.</param>
public sealed record CurveSeries(string Name, ImmutableArray<double> X, ImmutableArray<double> Y, CurveMark Mark = CurveMark.Line);
