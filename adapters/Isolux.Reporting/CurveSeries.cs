using System.Collections.Immutable;
using Isolux.Numerics.Interpolation;

namespace Isolux.Reporting;

/// <summary>One series of a figure.</summary>
/// <param name="Name">As the legend says it.</param>
/// <param name="X">Abscissae.</param>
/// <param name="Y">Ordinates, one per abscissa.</param>
/// <param name="Mark">How it is drawn.</param>
public sealed record CurveSeries(string Name, ImmutableArray<double> X, ImmutableArray<double> Y, CurveMark Mark = CurveMark.Line)
{
    private const int SplinePoints = 120;

    /// <summary>The same curve on a dense grid, by a cubic spline through its points, whose abscissae must increase.</summary>
    public CurveSeries Dense()
    {
        CubicSpline spline = new(X.AsSpan(), Y.AsSpan());
        ImmutableArray<double> x = [.. Enumerable.Range(0, SplinePoints + 1).Select(i => X[0] + ((X[^1] - X[0]) * i / SplinePoints))];
        return this with { X = x, Y = [.. x.Select(spline.Evaluate)] };
    }
}
