using System.Collections.Immutable;
using Isolux.Calibration.Peaks;
using Isolux.Events.Samples;
using Isolux.Numerics.Fitting;
using Isolux.Numerics.Interpolation;

namespace Isolux.Calibration.NonUniformity;

/// <summary>
/// g(r, theta) from the same source at many points (JUNO Collaboration, JHEP 03 (2021) 004, section 4): the full-absorption peak of every point over the
/// one at the centre, joined by a thin-plate spline in (r^3, cos theta) that trusts the statistical errors of the points.
/// </summary>
/// <param name="darkNoisePe">Mean dark noise per event, PE, subtracted from every peak.</param>
/// <param name="referenceRadiusMm">R of x = (r/R)^3, mm.</param>
public sealed class NonUniformityCalibrator(double darkNoisePe, double referenceRadiusMm)
{
    private static readonly PeakFitSettings Window = PeakFitSettings.AboveEscapeTail with { DataSpacing = 1.0 };

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
        ImmutableArray<NonUniformityPoint> accepted = [.. points.Where(point => point.RefusedBecause is null)];
        ThinPlateSplineFit surface = new ResponseSurfaceFitter(referenceRadiusMm).Fit(
            [.. accepted.Select(point => point.RadiusMm)],
            [.. accepted.Select(point => point.CosTheta)],
            [.. accepted.Select(point => point.Ratio)],
            [.. accepted.Select(point => point.Error)]);
        return new NonUniformityResult(
            surface, referenceRadiusMm, accepted, [.. points.Where(point => point.RefusedBecause is not null)]);
    }

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
