using System.Collections.Immutable;
using Isolux.Calibration.Peaks;
using Isolux.Calibration.Resolution;

namespace Isolux.Strategy.Resolution;

/// <summary>A fitted row of the resolution table.</summary>
/// <param name="Name">Name of the row.</param>
/// <param name="Fit">(a, b, c) and a~, fractions.</param>
/// <param name="Peaks">Peak of every kinetic energy, the direct one last.</param>
/// <param name="DirectFraction">a~ read directly at 2.56 MeV (fraction).</param>
/// <param name="DirectError">Statistical error of it.</param>
public sealed record ResolutionRowFit(
    string Name, ResolutionFit Fit, ImmutableArray<PeakFit> Peaks, double DirectFraction, double DirectError);
