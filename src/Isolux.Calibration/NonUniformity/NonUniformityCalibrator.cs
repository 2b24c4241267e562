using System.Collections.Immutable;
using Isolux.Calibration.Peaks;
using Isolux.Events.Samples;
using Isolux.Numerics.Fitting;
using Isolux.Numerics.Interpolation;

namespace Isolux.Calibration.NonUniformity;

/// <summary>
/// g(r, theta) from the same source at many points (JUNO Collaboration, JHEP 03 (2021) 004, section 4): the full-absorption peak of every point over the
/// one at the centre, joined by a thin-plate spline in (r^3, cos theta) that trusts the errors of the points: statistical ones and, where they are given, those of their positions.
/// </summary>
/// <remarks>A position error moves the response of a point by |grad g| times it. The gradient is taken from a surface joined with statistical errors first.</remarks>
/// <param name="darkNoisePe">Mean dark noise per event, PE, subtracted from every peak.</param>
/// <param name="referenceRadiusMm">R of x = (r/R)^3, mm.</param>
/// <param name="positionErrorsMm">Standard error of a source's position along the gradient by deployment system, mm; null (or a system left out) where positions are exact.</param>
public sealed class NonUniformityCalibrator(double darkNoisePe, double referenceRadiusMm, ImmutableDictionary<string, double>? positionErrorsMm = null)
{
    /// <summary>Window of the peak fits, in counts of photoelectrons.</summary>
    public static PeakFitSettings Window { get; } = PeakFitSettings.AboveEscapeTail with { DataSpacing = 1.0 };

    /// <summary>Calibrates the surface.</summary>
    /// <param name="centre">Fitted peak at the detector centre, PE with dark noise.</param>
    /// <param name="samples">One sample per point.</param>
    /// <exception cref="ArgumentException">The centre's fit was not accepted, or fewer than four points have an accepted fit.</exception>
    public NonUniformityResult Calibrate(PeakFit centre, ImmutableArray<SourceSample> samples)
    {
        if (centre.Status != FitStatus.Converged)
        {
            throw new ArgumentException($"The peak at the centre was not fitted ({centre.Status}); g has no reference.", nameof(centre));
        }

        NonUniformityPoint[] points = new NonUniformityPoint[samples.Length];
        Parallel.For(0, samples.Length, i => points[i] = Measure(centre, samples[i]));
        NonUniformityResult result = Join([.. points.Where(point => point.RefusedBecause is null)], [.. points.Where(point => point.RefusedBecause is not null)]);
        return positionErrorsMm is null ? result : Join([.. result.Points.Select(point => WithPositionError(result, point))], result.Refused);
    }

    /// <summary>Joins points that are already measured.</summary>
    /// <param name="accepted">At least four points.</param>
    /// <param name="refused">Points that stay outside, for the record.</param>
    /// <exception cref="ArgumentException">Fewer than four points.</exception>
    public NonUniformityResult Join(ImmutableArray<NonUniformityPoint> accepted, ImmutableArray<NonUniformityPoint> refused)
    {
        ThinPlateSplineFit surface = new ResponseSurfaceFitter(referenceRadiusMm).Fit(
            [.. accepted.Select(point => point.RadiusMm)],
            [.. accepted.Select(point => point.CosTheta)],
            [.. accepted.Select(point => point.Ratio)],
            [.. accepted.Select(point => point.TotalError)]);
        return new NonUniformityResult(surface, referenceRadiusMm, accepted, refused);
    }

    private NonUniformityPoint WithPositionError(NonUniformityResult surface, NonUniformityPoint point) =>
        point with { PositionError = positionErrorsMm!.GetValueOrDefault(point.System) * surface.GradientPerMm(point.RadiusMm, point.CosTheta) };

    private NonUniformityPoint Measure(PeakFit centre, SourceSample sample)
    {
        PeakFit peak = new SourcePeakFinder(Window).Find(sample, centre.Sigma / centre.Mean);
        double reference = centre.Mean - darkNoisePe;
        return new NonUniformityPoint(
            sample.System,
            sample.Nominal,
            sample.LightCentre.RadiusMm,
            sample.LightCentre.CosTheta,
            (peak.Mean - darkNoisePe) / reference,
            peak.MeanError / reference,
            peak,
            sample.ExcludedBecause ?? (peak.Status == FitStatus.Converged ? null : $"the peak fit ended as {peak.Status}"));
    }
}
