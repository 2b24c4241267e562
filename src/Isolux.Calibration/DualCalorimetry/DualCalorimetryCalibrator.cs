using System.Collections.Immutable;
using Isolux.Conditions.Payloads;
using Isolux.Events.Samples;
using Isolux.Numerics.Fitting;

namespace Isolux.Calibration.DualCalorimetry;

/// <summary>
/// Dual calorimetry (JUNO Collaboration, JHEP 03 (2021) 004, section 4.4): the charge of every large PMT against the linear summed charge of the small ones, over
/// several intensities of a laser. What is fitted is the pointwise curve behind its average over the Poisson fluctuations of a pulse: inverting mean against mean and
/// applying that to single charges would be wrong by up to 0.9 %.
/// </summary>
/// <param name="darkNoisePe">Mean dark noise of every large PMT per pulse, PE.</param>
public sealed class DualCalorimetryCalibrator(ImmutableArray<double> darkNoisePe)
{
    private const double StartSlopePerPe = 0.01;

    // The form of the curve and the linearity of the reference are trusted to 0.1 %; without it the tiny errors of the brightest pulses would decide the normalisation.
    private const double FormFraction = 0.001;

    /// <summary>Calibrates the channels.</summary>
    /// <param name="samples">One sample per intensity; at least five, reaching from below 1 PE to the charges to be corrected.</param>
    /// <exception cref="ArgumentException">There are fewer than five samples, their channels differ, a reference is not positive, or the common curve could not be fitted.</exception>
    public DualCalorimetryResult Calibrate(ImmutableArray<LaserSample> samples)
    {
        RequireUsable(samples);
        int channels = darkNoisePe.Length;
        double[] mean = [.. samples.Select(sample => sample.MeanChargePe.Average())];
        double[] meanErrors = [.. samples.Select((sample, i) => ErrorPe(sample, mean[i], (double)sample.Pulses * channels))];
        double startLight = mean[0] / samples[0].ReferenceChargePe;
        FitResult common = Fit(samples, mean, meanErrors, darkNoisePe.Average(), startLight, [FitParameter.Free("s1", 0.0), FitParameter.Free("s2", 0.0)]);
        if (common.Status != FitStatus.Converged)
        {
            throw new ArgumentException($"The common charge curve was not fitted ({common.Status}: {common.Reason}).", nameof(samples));
        }

        FitResult[] fits = new FitResult[channels];
        FitParameter[] shape = [FitParameter.Fixed("s1", common.Parameters[2]), FitParameter.Fixed("s2", common.Parameters[3])];
        double[] errors = [.. samples.Select((sample, i) => ErrorPe(sample, mean[i], sample.Pulses))];
        Parallel.For(0, channels, channel =>
        {
            double[] charges = [.. samples.Select(sample => sample.MeanChargePe[channel])];
            fits[channel] = Fit(samples, charges, errors, darkNoisePe[channel], common.Parameters[0], shape);
        });

        ImmutableArray<int> refused = [.. Enumerable.Range(0, channels).Where(channel => fits[channel].Status != FitStatus.Converged)];
        FitResult[] accepted = [.. fits.Where(fit => fit.Status == FitStatus.Converged)];
        return new DualCalorimetryResult(
            [.. fits.Select(fit => fit.Status == FitStatus.Converged ? fit.Parameters[1] : common.Parameters[1])],
            [.. fits.Select(fit => fit.Status == FitStatus.Converged ? fit.Errors[1] : Math.Abs(common.Parameters[1]))],
            common,
            refused,
            accepted.Length > 0 ? accepted.Average(fit => fit.ReducedChi2) : double.NaN);
    }

    private static double ErrorPe(LaserSample sample, double meanPe, double charges)
    {
        double reference = meanPe * sample.ReferenceErrorPe / sample.ReferenceChargePe;
        double form = FormFraction * meanPe;
        return Math.Sqrt((sample.ChargeVariancePe2 / charges) + (reference * reference) + (form * form));
    }

    private static FitResult Fit(
        ImmutableArray<LaserSample> samples, double[] chargesPe, double[] errorsPe, double darkPe, double startLight, FitParameter[] shape)
    {
        PredictionModel model = (parameters, predictions) =>
        {
            ChargeCurve curve = new(parameters[1], parameters[2], parameters[3]);
            for (int i = 0; i < predictions.Length; i++)
            {
                predictions[i] = PoissonAverage.Of((parameters[0] * samples[i].ReferenceChargePe) + darkPe, curve.MeasuredPe);
            }
        };
        FitParameter[] start =
        [
            FitParameter.Bounded("light per reference PE", startLight, 0.1 * startLight, 10.0 * startLight),
            FitParameter.Free("slope per PE", StartSlopePerPe),
            .. shape,
        ];
        return new LeastSquaresFit(model, start).Fit(chargesPe, errorsPe);
    }

    private void RequireUsable(ImmutableArray<LaserSample> samples)
    {
        const int LeastSamples = 5;
        if (samples.IsDefault || samples.Length < LeastSamples)
        {
            throw new ArgumentException($"Charge curves need at least {LeastSamples} laser intensities.", nameof(samples));
        }

        if (samples.Any(sample => sample.MeanChargePe.Length != darkNoisePe.Length))
        {
            throw new ArgumentException($"Every laser sample needs the charge of all {darkNoisePe.Length} large PMTs.", nameof(samples));
        }

        if (!samples.All(sample => sample.ReferenceChargePe > 0 && sample.ChargeVariancePe2 > 0 && sample.Pulses >= 2))
        {
            throw new ArgumentException("A laser sample has no light in the reference, no spread or fewer than two pulses.", nameof(samples));
        }
    }
}
