using System.Collections.Immutable;
using Isolux.Calibration.NonUniformity;
using Isolux.Calibration.Peaks;
using Isolux.Events.Samples;
using Isolux.Numerics.Fitting;
using Isolux.Numerics.Statistics;
using Isolux.Quantities;
using Isolux.Testing.Calibration;
using Xunit;

namespace Isolux.Tests.Calibration;

/// <summary>Closure: photoelectrons drawn from a known g(r, theta) at 250 points of the plane, Poisson about peak x g plus dark noise.</summary>
public sealed class NonUniformityCalibratorTests
{
    private const double DarkPe = 142.7;
    private const double CentrePe = 2990.0;
    private const double RadiusMm = 17_700.0;
    private const int EventsPerPoint = 3000;

    [Fact]
    public void A_known_surface_comes_back_within_its_errors()
    {
        NonUniformityResult result = Calibrate(Samples());
        Assert.Equal(250, result.Points.Length);
        Assert.Empty(result.Refused);

        // 400 places evenly over the volume up to 17.2 m. The posterior error of a smoothing spline covers noise and smoothing bias on average over the
        // region (Wahba 1990, section 5.1), so the rms pull is near 1; neighbouring places are correlated (about 60 effective parameters), hence the wide band.
        double squares = 0;
        RunningMoments residuals = new();
        for (int i = 0; i < 400; i++)
        {
            double radiusMm = 17_200.0 * Math.Cbrt((i + 0.5) / 400.0);
            double cosTheta = 0.98 * Math.Sin(1.0 + (37.0 * i));
            double residual = result.Evaluate(radiusMm, cosTheta) - Truth(radiusMm, cosTheta);
            double pull = residual / result.StandardError(radiusMm, cosTheta);
            squares += pull * pull;
            residuals.Add(residual);
        }

        Assert.InRange(Math.Sqrt(squares / 400.0), 0.6, 1.5);

        // One point knows its ratio to 0.02/sqrt(0.83 x 3000) = 0.04 %; the surface must do as well almost everywhere, and be normalised to the centre.
        Assert.True(residuals.StandardDeviation < 8e-4, $"rms residual {residuals.StandardDeviation:G3}");
        Assert.Equal(1.0, result.Evaluate(0.0, 1.0), 1.5e-3);
    }

    [Fact]
    public void A_point_without_a_peak_is_reported_and_does_not_enter()
    {
        ImmutableArray<SourceSample> samples = Samples();
        SourceSample broken = samples[100] with { PhotoElectrons = new int[EventsPerPoint] };
        NonUniformityResult result = Calibrate(samples.SetItem(100, broken));
        Assert.Equal(249, result.Points.Length);
        NonUniformityPoint refused = Assert.Single(result.Refused);
        Assert.Equal(broken.Nominal, refused.Nominal);
        Assert.DoesNotContain(result.Points, point => point.Nominal == broken.Nominal);
    }

    [Fact]
    public void A_centre_without_a_fit_is_refused()
    {
        PeakFit failed = new GaussianPeakFitter(PeakFitSettings.Symmetric).Fit([], 0.0, 1.0);
        Assert.Throws<ArgumentException>(() => new NonUniformityCalibrator(DarkPe, RadiusMm).Calibrate(failed, Samples()));
    }

    [Fact]
    public void Position_errors_weigh_by_the_gradient_and_save_the_map_from_displaced_sources()
    {
        // A third of the sources sits half a metre off, inwards or outwards: the surface moves less where the fit knows.
        const double errorMm = 500.0;
        ImmutableArray<SourceSample> samples = [.. Samples().Select((sample, i) => i % 3 != 1 ? sample : Displaced(sample, errorMm * (i % 2 == 0 ? 1.0 : -1.0)))];
        ImmutableDictionary<string, double> errorsMm = ImmutableDictionary<string, double>.Empty.Add("loose", errorMm);
        NonUniformityResult ignored = Calibrate(samples);
        NonUniformityResult known = Calibrate(samples, errorsMm);
        Assert.All(ignored.Points, point => Assert.Equal(0.0, point.PositionError));
        Assert.All(known.Points, point => Assert.Equal(point.System == "loose", point.PositionError > 0.0));
        foreach (NonUniformityPoint point in known.Points.Where(point => point.System == "loose"))
        {
            Assert.Equal(errorMm * ignored.GradientPerMm(point.RadiusMm, point.CosTheta), point.PositionError, 1e-12);
            Assert.Equal(Math.Sqrt((point.Error * point.Error) + (point.PositionError * point.PositionError)), point.TotalError, 1e-15);
        }

        Assert.True(Rms(known) < 0.8 * Rms(ignored), $"{Rms(known):G3} and {Rms(ignored):G3}");

        // Nothing given, nothing changed.
        NonUniformityResult nothing = Calibrate(samples, ImmutableDictionary<string, double>.Empty);
        Assert.Equal(ignored.Evaluate(16_500.0, 0.3), nothing.Evaluate(16_500.0, 0.3));

        static SourceSample Displaced(SourceSample sample, double byMm)
        {
            double mean = (CentrePe * Truth(sample.Nominal.RadiusMm + byMm, sample.Nominal.CosTheta)) + DarkPe;
            return sample with { System = "loose", PhotoElectrons = PeakToys.Poissonian(53, (uint)sample.Nominal.RadiusMm, EventsPerPoint, mean) };
        }

        static double Rms(NonUniformityResult result) => Math.Sqrt(Enumerable.Range(0, 400).Average(i =>
        {
            double radiusMm = 17_200.0 * Math.Cbrt((i + 0.5) / 400.0);
            double cosTheta = 0.98 * Math.Sin(1.0 + (37.0 * i));
            return Math.Pow(result.Evaluate(radiusMm, cosTheta) - Truth(radiusMm, cosTheta), 2);
        }));
    }

    private static NonUniformityResult Calibrate(ImmutableArray<SourceSample> samples, ImmutableDictionary<string, double>? positionErrorsMm = null)
    {
        // The centre is known ten times better than any point, so its common error does not enter the pulls.
        PeakFit centre = new SourcePeakFinder(PeakFitSettings.AboveEscapeTail with { DataSpacing = 1.0 }).Find(
            new SourceSample("ACU", Position.Centre, Position.Centre, PeakToys.Poissonian(52, 1000, 100 * EventsPerPoint, CentrePe + DarkPe)), 0.022);
        Assert.Equal(FitStatus.Converged, centre.Status);
        return new NonUniformityCalibrator(DarkPe, RadiusMm, positionErrorsMm).Calibrate(centre, samples);
    }

    private static ImmutableArray<SourceSample> Samples()
    {
        List<SourceSample> samples = [];
        for (int i = 0; i < 250; i++)
        {
            // Even in (r^3, cos theta) like a good campaign, with one point at the centre.
            double radiusMm = i == 0 ? 0.0 : 17_500.0 * Math.Cbrt((i + 0.5) / 250.0);
            double cosTheta = i == 0 ? 1.0 : (2.0 * (i * 0.6180339887498949 % 1.0)) - 1.0;
            double mean = (CentrePe * Truth(radiusMm, cosTheta)) + DarkPe;
            Position place = Position.FromSpherical(radiusMm, cosTheta, i % 2 == 0 ? 0.0 : Math.PI);
            samples.Add(new SourceSample("CLS", place, place, PeakToys.Poissonian(51, (uint)i, EventsPerPoint, mean)));
        }

        return [.. samples];
    }

    /// <summary>Smooth, with a maximum of about 1.15 near 15.5 m, lower towards the poles: the shape the detector has.</summary>
    private static double Truth(double radiusMm, double cosTheta)
    {
        double x = Math.Pow(radiusMm / RadiusMm, 3);
        return 1.0 + (0.42 * x * (1.0 - (0.68 * x))) - (0.05 * x * cosTheta * cosTheta) + (0.01 * x * cosTheta);
    }
}
