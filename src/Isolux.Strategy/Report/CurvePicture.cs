using System.Collections.Immutable;

namespace Isolux.Strategy.Report;

/// <summary>Curves over logarithmic axes.</summary>
/// <param name="Caption">What they show.</param>
/// <param name="XLabel">Name and unit of the abscissa.</param>
/// <param name="YLabel">Name and unit of the ordinate.</param>
/// <param name="Curves">The curves.</param>
public sealed record CurvePicture(string Caption, string XLabel, string YLabel, ImmutableArray<PictureCurve> Curves);
