using System.Collections.Immutable;
using Isolux.Strategy.Summary;

namespace Isolux.Strategy.Report;

/// <summary>The measured resolutions behind one row of the table and their fit.</summary>
/// <param name="Title">Name a reader sees.</param>
/// <param name="Points">Measured resolutions, by energy.</param>
/// <param name="Fit">The row: the fitted a, b and c.</param>
/// <param name="ChiSquared">Chi-squared of the fit.</param>
/// <param name="DegreesOfFreedom">Degrees of freedom of the fit.</param>
public sealed record ResolutionCurve(
    string Title,
    ImmutableArray<ResolutionSample> Points,
    ResolutionRow Fit,
    double ChiSquared,
    int DegreesOfFreedom);
