using System.Collections.Immutable;
using Isolux.Calibration.Peaks;
using Isolux.Calibration.Resolution;
using Isolux.Detector.Light;
using Isolux.Numerics.Fitting;
using Isolux.Numerics.Interpolation;
using Isolux.Numerics.Random;
using Isolux.Numerics.Statistics;

namespace Isolux.Strategy.Validation;

/// <summary>Toy experiments from known truth: pulls of the fits and coverage of the error map.</summary>
/// <param name="settings">Statistics.</param>
public sealed class CoverageSection(ValidationSettings settings) : IValidationSection
{
    private const int PeakToys = 4000;
    private const int PeakEvents = 5000;
    private const int ResolutionToys = 20_000;
    private const int SurfaceToys = 30;
    private const int SurfacePoints = 250;
    private const int SurfaceChecks = 100;
    private const double SurfaceError = 0.001;
    private const uint PeakRun = 1;
    private const uint ResolutionRun = 2;
    private const uint SurfaceRun = 3;

    // Fractions like those of the published resolution of JUNO; energies of positrons at T = 0 to 8 MeV.
    private static readonly ResolutionModel s_truth = new(0.0262, 0.0082, 0.0123);
    private static readonly ImmutableArray<double> s_energiesMeV = [0.94, 1.96, 3.0, 4.03, 5.06, 6.1, 7.13, 8.16, 9.2];

    /// <inheritdoc/>
    public string Name => "coverage";

    /// <inheritdoc/>
    public ValidationPage Evaluate(IProgress<double>? progress, CancellationToken cancellation)
    {
        (RunningMoments mean, RunningMoments sigma, int refusedPeaks) = Peaks(cancellation);
        progress?.Report(0.3);
        (RunningMoments a, RunningMoments b, RunningMoments c, RunningMoments effective, int refusedFits) = Resolutions(cancellation);
        progress?.Report(0.5);
        (RunningMoments surface, double within1, double within2) = Surfaces(progress, cancellation);
        return new ValidationPage(
            "Closure and coverage of the fits",
            [
                $"Peak fit: {settings.Scale(PeakToys):N0} toys of {PeakEvents} Gaussian events, fitted in +-2 sigma from a start one sigma off. "
                + $"(a, b, c): {settings.Scale(ResolutionToys):N0} toys of nine energies with 0.5 % errors on the widths, truth a 2.62 %, b 0.82 %, c 1.23 %. "
                + $"Thin-plate spline: {settings.Scale(SurfaceToys):N0} toys of {SurfacePoints} points with errors of 0.1 % on a surface shaped like g, compared at {SurfaceChecks} places between the points.",
                "Pulls should have mean 0 and width 1. The error map of a smoothed surface covers on average over places, not at each one: where the truth bends most it is biased.",
            ],
            [
                new ValidationTable(
                    "coverage", "Pulls of fitted against true values.",
                    ["quantity", "toys", "mean pull", "error", "width of pulls", "error", "refused fits"],
                    [
                        Cells("peak mean", mean, refusedPeaks),
                        Cells("peak sigma", sigma, refusedPeaks),
                        Cells("a", a, refusedFits),
                        Cells("b", b, refusedFits),
                        Cells("c", c, refusedFits),
                        Cells("effective resolution a~", effective, refusedFits),
                        Cells("thin-plate surface", surface, 0),
                    ]),
                new ValidationTable(
                    "coverage-surface", "Coverage of the error map of the surface.",
                    ["interval", "covered", "nominal"],
                    [["1 standard error", $"{within1:P1}", "68.3 %"], ["2 standard errors", $"{within2:P1}", "95.4 %"]]),
            ],
            $"Pull widths: peak mean {mean.StandardDeviation:F3}, peak sigma {sigma.StandardDeviation:F3}, a~ {effective.StandardDeviation:F3}; the error map covers {within1:P0} at one and {within2:P0} at two standard errors.");
    }

    private (RunningMoments Mean, RunningMoments Sigma, int Refused) Peaks(CancellationToken cancellation)
    {
        const double trueMean = 1000.0;
        const double trueSigma = 30.0;
        GaussianPeakFitter fitter = new(PeakFitSettings.Symmetric);
        RunningMoments mean = new();
        RunningMoments sigma = new();
        int refused = 0;
        double[] values = new double[PeakEvents];
        for (int toy = 0; toy < settings.Scale(PeakToys); toy++)
        {
            cancellation.ThrowIfCancellationRequested();
            RandomSequence random = new(settings.Seed, PeakRun, RandomStream.Toy, (uint)toy, 0);
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = trueMean + (trueSigma * random.NextNormal());
            }

            PeakFit fit = fitter.Fit(values, trueMean + trueSigma, 1.2 * trueSigma);
            if (fit.Status != FitStatus.Converged)
            {
                refused++;
                continue;
            }

            mean.Add((fit.Mean - trueMean) / fit.MeanError);
            sigma.Add((fit.Sigma - trueSigma) / fit.SigmaError);
        }

        return (mean, sigma, refused);
    }

    private (RunningMoments A, RunningMoments B, RunningMoments C, RunningMoments Effective, int Refused) Resolutions(CancellationToken cancellation)
    {
        const double relativeError = 0.005;
        ResolutionFitter fitter = new();
        RunningMoments a = new();
        RunningMoments b = new();
        RunningMoments c = new();
        RunningMoments effective = new();
        int refused = 0;
        for (int toy = 0; toy < settings.Scale(ResolutionToys); toy++)
        {
            cancellation.ThrowIfCancellationRequested();
            RandomSequence random = new(settings.Seed, ResolutionRun, RandomStream.Toy, (uint)toy, 0);
            var points = ImmutableArray.CreateBuilder<ResolutionPoint>();
            foreach (double energyMeV in s_energiesMeV)
            {
                double width = s_truth.Evaluate(energyMeV);
                points.Add(new ResolutionPoint(energyMeV, width * (1.0 + (relativeError * random.NextNormal())), relativeError * width));
            }

            ResolutionFit fit = fitter.Fit(points.ToImmutable());
            if (fit.Status != FitStatus.Converged)
            {
                refused++;
                continue;
            }

            a.Add((fit.Model.A - s_truth.A) / fit.AError);
            b.Add((fit.Model.B - s_truth.B) / fit.BError);
            c.Add((fit.Model.C - s_truth.C) / fit.CError);
            effective.Add((fit.Model.EffectiveResolution - s_truth.EffectiveResolution) / fit.EffectiveResolutionError);
        }

        return (a, b, c, effective, refused);
    }

    private (RunningMoments Pulls, double Within1, double Within2) Surfaces(IProgress<double>? progress, CancellationToken cancellation)
    {
        RunningMoments pulls = new();
        long within1 = 0;
        long within2 = 0;
        int toys = settings.Scale(SurfaceToys);
        double[] x = new double[SurfacePoints];
        double[] y = new double[SurfacePoints];
        double[] values = new double[SurfacePoints];
        double[] errors = new double[SurfacePoints];
        Array.Fill(errors, SurfaceError);
        for (int toy = 0; toy < toys; toy++)
        {
            cancellation.ThrowIfCancellationRequested();
            RandomSequence random = new(settings.Seed, SurfaceRun, RandomStream.Toy, (uint)toy, 0);
            for (int i = 0; i < SurfacePoints; i++)
            {
                (x[i], y[i]) = Place(ref random);
                values[i] = Surface(x[i], y[i]) + (SurfaceError * random.NextNormal());
            }

            ThinPlateSplineFit fit = new(x, y, values, errors, SmoothingSelection.UnbiasedRisk);
            for (int i = 0; i < SurfaceChecks; i++)
            {
                (double u, double v) = Place(ref random);
                double pull = (fit.Spline.Evaluate(u, v) - Surface(u, v)) / fit.StandardError(u, v);
                pulls.Add(pull);
                within1 += Math.Abs(pull) < 1 ? 1 : 0;
                within2 += Math.Abs(pull) < 2 ? 1 : 0;
            }

            progress?.Report(0.5 + (0.5 * (toy + 1) / toys));
        }

        return (pulls, (double)within1 / pulls.Count, (double)within2 / pulls.Count);
    }

    private static (double X, double Y) Place(ref RandomSequence random) => (random.NextDouble(), (2.0 * random.NextDouble()) - 1.0);

    // x = (r/R)^3, y = cos(theta): a rise to 1.13, a fall beyond x = 0.7 and darker poles.
    private static double Surface(double x, double y) =>
        1.0 + (0.13 * Math.Sin(0.5 * Math.PI * Math.Min(1.0, x / 0.7))) - (0.5 * Math.Pow(Math.Max(0.0, x - 0.7), 2) / 0.09 * 0.3) - (0.03 * x * y * y);

    private static ImmutableArray<string> Cells(string quantity, RunningMoments pulls, int refused) =>
    [
        quantity,
        $"{pulls.Count + refused}",
        $"{pulls.Mean:+0.000;-0.000}",
        $"{pulls.MeanError:F3}",
        $"{pulls.StandardDeviation:F3}",
        $"{pulls.StandardDeviationError:F3}",
        $"{refused}",
    ];
}
