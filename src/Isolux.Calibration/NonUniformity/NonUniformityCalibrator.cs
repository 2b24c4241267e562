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
    private static readonly double[] Stretches = [1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0];
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
        double[] x = [.. accepted.Select(point => Math.Pow(point.RadiusMm / referenceRadiusMm, 3))];
        double[] y = [.. accepted.Select(point => point.CosTheta)];
        double[] ratios = [.. accepted.Select(point => point.Ratio)];
        double[] errors = [.. accepted.Select(point => point.Error)];
        return new NonUniformityResult(
            BestStretch(x, y, ratios, errors), referenceRadiusMm, accepted, [.. points.Where(point => point.RefusedBecause is not null)]);
    }

    /// <summary>
    /// Radius and angle have no common scale: the response turns over within a metre where total reflection sets in, along a whole sphere. Which scale fits is
    /// decided by the points themselves, by leaving each one out.
    /// </summary>
    private static ThinPlateSplineFit BestStretch(double[] x, double[] y, double[] ratios, double[] errors)
    {
        ThinPlateSplineFit[] fits = new ThinPlateSplineFit[Stretches.Length];
        Parallel.For(0, fits.Length, i => fits[i] = new ThinPlateSplineFit(x, y, ratios, errors, SmoothingSelection.UnbiasedRisk, Stretches[i]));
        return fits.MinBy(fit => fit.LeaveOneOutRms)!;
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
