using System.Collections.Immutable;
using Isolux.Numerics.Fitting;
using Isolux.Numerics.Statistics;

namespace Isolux.Calibration.Peaks;

/// <summary>
/// Fits a source line by its shape and refuses what does not describe the data: a minimiser that did not converge, or a chi2 less probable than one in a thousand whose excess over its
/// degrees of freedom is above 0.002 per event. The excess per event is the mean squared relative deviation of the shape, 4.5 %; a skewness that large moves the peak by some 3 % of its width.
/// Without it every simplified shape would be refused once there are events enough. Tails enter only where chi2 falls by at least 9 for each, so that they do not take up the width of a clean peak.
/// </summary>
/// <param name="dataSpacing">Spacing of discrete data (1 for photoelectron counts); 0 for continuous data.</param>
/// <param name="lowestFraction">Where a fit with tails starts, over the position of the peak: above structures that tails do not describe, such as the Compton edge of energy lost.</param>
public sealed class LinePeakFitter(double dataSpacing, double lowestFraction = LinePeakFitter.DefaultLowestFraction)
{
    /// <summary>Fits less probable than this are refused.</summary>
    public const double LeastProbability = 1e-3;

    /// <summary>Excess of chi2 over its degrees of freedom per event below which an improbable fit is accepted.</summary>
    public const double LeastExcessPerEventFraction = 0.002;

    /// <summary>Where a fit with tails starts unless told otherwise.</summary>
    public const double DefaultLowestFraction = 0.5;

    private const double CellsPerSigma = 4.0;
    private const double SigmasAbove = 3.0;
    private const double Chi2GainPerTail = 9.0;
    private const double DrawnSigmas = 3.0;
    private const int Passes = 3;

    private readonly GaussianPeakFitter _gaussian = new(PeakFitSettings.Symmetric with { DataSpacing = dataSpacing });

    /// <summary>Fits the line.</summary>
    /// <param name="values">Measured values, any order.</param>
    /// <param name="shape">Shape of the line.</param>
    /// <param name="startMean">Where it is looked for.</param>
    /// <param name="startSigma">First guess of its width.</param>
    /// <param name="pedestal">Value at zero energy (mean dark noise).</param>
    /// <param name="companions">Weaker lines of the same source; only for <see cref="PeakShape.GaussianWithTails"/>.</param>
    public LinePeak Fit(
        ReadOnlySpan<double> values, PeakShape shape, double startMean, double startSigma, double pedestal = 0.0, IReadOnlyList<PeakCompanion>? companions = null)
    {
        PeakFit core = _gaussian.Fit(values, startMean, startSigma);
        if (shape == PeakShape.Gaussian || core.Status != FitStatus.Converged)
        {
            return Gaussian(values, core);
        }

        double cell = Cell(core.Sigma);
        double low = Edge(pedestal + (lowestFraction * (core.Mean - pedestal)), cell);
        double high = core.Mean + (SigmasAbove * core.Sigma);
        PeakHistogram histogram = new(values, low, high, cell);
        return Tailed(histogram, core, pedestal, companions ?? []);
    }

    private static LinePeak Tailed(PeakHistogram histogram, PeakFit core, double pedestal, IReadOnlyList<PeakCompanion> companions)
    {
        LinePeak best = Tailed(histogram, core, pedestal, companions, hasExponential: false, hasFlat: false);
        (bool Exponential, bool Flat)[] richer = [(true, false), (false, true), (true, true)];
        double bestPenalised = best.Chi2;
        foreach ((bool exponential, bool flat) in richer)
        {
            LinePeak candidate = Tailed(histogram, core, pedestal, companions, exponential, flat);
            double penalised = candidate.Chi2 + (Chi2GainPerTail * ((exponential ? 1 : 0) + (flat ? 1 : 0)));
            if (candidate.Status == FitStatus.Converged && (best.Status != FitStatus.Converged || penalised < bestPenalised))
            {
                (best, bestPenalised) = (candidate, penalised);
            }
        }

        return best;
    }

    private static LinePeak Tailed(
        PeakHistogram histogram, PeakFit core, double pedestal, IReadOnlyList<PeakCompanion> companions, bool hasExponential, bool hasFlat)
    {
        Func<double, double> Spectrum(ReadOnlySpan<double> p)
        {
            (double events, double mean, double sigma) = (p[0], p[1], p[2]);
            TailedPeakShape line = new(mean - pedestal, sigma, p[3], p[4], p[5]);
            return x => events * Density(line, x - pedestal, mean - pedestal, sigma, companions);
        }

        void Predict(ReadOnlySpan<double> p, Span<double> expected) => histogram.Integrate(Spectrum(p), expected);

        double total = histogram.TotalCount;
        FitParameter[] parameters =
        [
            FitParameter.Bounded("events", total, 0.0, double.PositiveInfinity),
            FitParameter.Free("mean", core.Mean),
            FitParameter.Bounded("sigma", core.Sigma, 0.2 * core.Sigma, 5.0 * core.Sigma),
            hasExponential ? FitParameter.Bounded("exponential fraction", 0.05, 0.0, 0.9) : FitParameter.Fixed("exponential fraction", 0.0),
            hasExponential ? FitParameter.Bounded("decay length", 3.0 * core.Sigma, 0.5 * core.Sigma, 10.0 * core.Mean) : FitParameter.Fixed("decay length", core.Sigma),
            hasFlat ? FitParameter.Bounded("flat fraction", 0.05, 0.0, 0.9) : FitParameter.Fixed("flat fraction", 0.0),
        ];
        LeastSquaresFit fit = new(Predict, parameters);
        double[] counts = histogram.Counts();
        double[] expected = [.. counts];
        FitResult result = fit.Fit(counts, Errors(expected));
        for (int pass = 1; pass < Passes && double.IsFinite(result.Chi2); pass++)
        {
            // Errors of the expected, not of the observed numbers: those pull the fit down by one event per bin.
            Predict([.. result.Parameters], expected);
            result = fit.Fit(counts, Errors(expected));
        }

        return Describe(histogram, result, Spectrum([.. result.Parameters]));
    }

    private static double Density(TailedPeakShape line, double x, double mean, double sigma, IReadOnlyList<PeakCompanion> companions)
    {
        double density = line.Density(x);
        foreach (PeakCompanion companion in companions)
        {
            double width = sigma * Math.Sqrt(companion.EnergyRatio);
            density += companion.IntensityRatio * TailedPeakShape.Gaussian(x, mean * companion.EnergyRatio, width);
        }

        return density;
    }

    private static LinePeak Describe(PeakHistogram histogram, FitResult result, Func<double, double> spectrum)
    {
        double pValue = result.PValue;
        return new LinePeak
        {
            Status = result.Status,
            Refusal = result.Status != FitStatus.Converged ? result.Reason : Refuse(pValue, result.Chi2, result.DegreesOfFreedom, histogram.TotalCount),
            Mean = result.Parameters[1],
            MeanError = result.Covariance.Error(1),
            Sigma = result.Parameters[2],
            SigmaError = result.Covariance.Error(2),
            ExponentialFraction = result.Parameters[3],
            FlatFraction = result.Parameters[5],
            Chi2 = result.Chi2,
            Ndf = result.DegreesOfFreedom,
            PValue = pValue,
            WindowLow = histogram.Low,
            WindowHigh = histogram.High,
            Spectrum = [.. histogram.Cells(spectrum)],
        };
    }

    private LinePeak Gaussian(ReadOnlySpan<double> values, PeakFit peak)
    {
        bool converged = peak.Status == FitStatus.Converged;
        double pValue = converged && peak.Ndf > 0 ? ChiSquared.UpperTailProbability(peak.Chi2, peak.Ndf) : double.NaN;
        return new LinePeak
        {
            Status = peak.Status,
            Refusal = !converged ? "no peak was found" : Refuse(pValue, peak.Chi2, peak.Ndf, peak.EventsInWindow),
            Mean = peak.Mean,
            MeanError = peak.MeanError,
            Sigma = peak.Sigma,
            SigmaError = peak.SigmaError,
            Chi2 = peak.Chi2,
            Ndf = peak.Ndf,
            PValue = pValue,
            WindowLow = peak.WindowLow,
            WindowHigh = peak.WindowHigh,
            Spectrum = converged ? GaussianSpectrum(values, peak) : [],
        };
    }

    private ImmutableArray<PeakInterval> GaussianSpectrum(ReadOnlySpan<double> values, PeakFit peak)
    {
        double cell = Cell(peak.Sigma);
        double low = Edge(peak.Mean - (DrawnSigmas * peak.Sigma), cell);
        PeakHistogram histogram = new(values, low, peak.Mean + (DrawnSigmas * peak.Sigma), cell);
        ImmutableArray<PeakInterval> shape = [.. histogram.Cells(x => TailedPeakShape.Gaussian(x, peak.Mean, peak.Sigma))];
        double inWindow = shape.Where(bin => IsIn(bin, peak)).Sum(bin => bin.Expected);
        double observed = shape.Where(bin => IsIn(bin, peak)).Sum(bin => (double)bin.Observed);
        return [.. shape.Select(bin => bin with { Expected = bin.Expected * observed / inWindow })];
    }

    private static bool IsIn(PeakInterval bin, PeakFit peak) => bin.Low >= peak.WindowLow && bin.High <= peak.WindowHigh;

    private static string Refuse(double pValue, double chi2, int ndf, double events) =>
        pValue >= LeastProbability || chi2 - ndf < LeastExcessPerEventFraction * events ? string.Empty
        : FormattableString.Invariant($"the shape does not describe the data (probability {pValue:G2})");

    private static double[] Errors(double[] expected) => [.. expected.Select(value => Math.Sqrt(Math.Max(value, 1.0)))];

    private double Cell(double sigma)
    {
        double cell = sigma / CellsPerSigma;
        return dataSpacing > 0 ? Math.Max(1.0, Math.Round(cell / dataSpacing)) * dataSpacing : cell;
    }

    private double Edge(double low, double cell) => dataSpacing > 0 ? (Math.Floor(low / dataSpacing) + 0.5) * dataSpacing : Math.Floor(low / cell) * cell;
}
