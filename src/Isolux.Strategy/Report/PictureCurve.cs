using System.Collections.Immutable;

namespace Isolux.Strategy.Report;

/// <summary>A curve of a <see cref="CurvePicture"/>.</summary>
/// <param name="Name">As the legend says it.</param>
/// <param name="X">Abscissae, above 0.</param>
/// <param name="Y">Ordinates, above 0, one per abscissa.</param>
public sealed record PictureCurve(string Name, ImmutableArray<double> X, ImmutableArray<double> Y);
