namespace Isolux.Calibration.Channels;

/// <summary>
/// Offset and walk of the channels of one type from the times of first pulses in classes of charge. A pulse of class c comes at T + o + w x_c, where T follows the template all channels
/// share and x_c is the mean of 1/sqrt(q) - 1 in the class; dark noise is flat and known. The likelihood of the binned times is maximised by Fisher scoring in (o, w); template and constants
/// are refined in turn. The mean offset of a type is 0: a central flash cannot tell it from the light's own time.
/// </summary>
/// <remarks>
/// The first of several photoelectrons is early: the template of a channel that is brighter than its type by dl photoelectrons per flash is weighted by exp(-dl F), F the template's integral
/// (the classic pile-up of single-photon timing, P. B. Coates, J. Phys. E 1 (1968) 878).
/// </remarks>
internal sealed class TimeCalibrator(ChannelTally tally, ChannelCalibrationSettings settings)
{
    private const int Rounds = 4;
    private const int Steps = 6;
    private const double LargestStepNs = 3.0;

    // Offsets beyond leave the histogram.
    private const double LargestOffsetNs = 8.0;

    /// <summary>Calibrates channels of one type.</summary>
    /// <param name="channels">Their indices; only calibrated ones.</param>
    /// <param name="charges">Charges of all channels.</param>
    /// <param name="darkRatesPerNs">Dark rates of all channels, 1/ns.</param>
    /// <param name="results">Receives the constants of these channels; indexed by channel.</param>
    public void Calibrate(int[] channels, ChargeEstimates[] charges, double[] darkRatesPerNs, TimeEstimates[] results)
    {
        if (channels.Length == 0)
        {
            return;
        }

        double meanLambda = channels.Average(channel => charges[channel].Lambda.Value);
        ChannelTimes[] times = [.. channels.Select(channel => new ChannelTimes(
            tally, channel, charges[channel].Gain.Value, darkRatesPerNs[channel] * tally.Events, charges[channel].Lambda.Value - meanLambda))];
        double[] offsetsNs = [.. times.Select(time => time.RoughOffsetNs())];
        double[] walksNs = new double[times.Length];
        Centre(offsetsNs);
        ParallelOptions options = new() { MaxDegreeOfParallelism = settings.Threads };
        for (int round = 0; round < Rounds; round++)
        {
            TimeTemplate template = Pool(times, offsetsNs, walksNs);
            Parallel.For(0, times.Length, options, i =>
            {
                TimeEstimates fitted = Fit(times[i], template, offsetsNs[i], walksNs[i]);
                results[channels[i]] = fitted;
                offsetsNs[i] = fitted.OffsetNs.Value;
                walksNs[i] = fitted.WalkNs.Value;
            });
            double meanNs = Centre(offsetsNs);
            for (int i = 0; i < channels.Length; i++)
            {
                TimeEstimates fitted = results[channels[i]];
                results[channels[i]] = fitted with { OffsetNs = fitted.OffsetNs with { Value = fitted.OffsetNs.Value - meanNs } };
            }
        }
    }

    private static double Centre(double[] offsetsNs)
    {
        double meanNs = offsetsNs.Average();
        for (int i = 0; i < offsetsNs.Length; i++)
        {
            offsetsNs[i] -= meanNs;
        }

        return meanNs;
    }

    private static TimeTemplate Pool(ChannelTimes[] times, double[] offsetsNs, double[] walksNs)
    {
        double[] counts = new double[TimeTemplate.Length];
        for (int i = 0; i < times.Length; i++)
        {
            times[i].AddTo(counts, offsetsNs[i], walksNs[i]);
        }

        return new TimeTemplate(counts);
    }

    private static TimeEstimates Fit(ChannelTimes times, TimeTemplate template, double offsetNs, double walkNs)
    {
        Scores scores = default;
        for (int step = 0; step < Steps; step++)
        {
            scores = times.Score(template, offsetNs, walkNs);
            double determinant = (scores.InformationOo * scores.InformationWw) - (scores.InformationOw * scores.InformationOw);
            if (!(determinant > 0))
            {
                return new TimeEstimates(new Estimate(offsetNs, 0.0), new Estimate(walkNs, 0.0), false);
            }

            double stepO = ((scores.InformationWw * scores.GradientO) - (scores.InformationOw * scores.GradientW)) / determinant;
            double stepW = ((scores.InformationOo * scores.GradientW) - (scores.InformationOw * scores.GradientO)) / determinant;
            offsetNs = Math.Clamp(offsetNs + Math.Clamp(stepO, -LargestStepNs, LargestStepNs), -LargestOffsetNs, LargestOffsetNs);
            walkNs += Math.Clamp(stepW, -LargestStepNs, LargestStepNs);
        }

        double final = (scores.InformationOo * scores.InformationWw) - (scores.InformationOw * scores.InformationOw);
        return new TimeEstimates(
            new Estimate(offsetNs, Math.Sqrt(scores.InformationWw / final)), new Estimate(walkNs, Math.Sqrt(scores.InformationOo / final)), Math.Abs(offsetNs) < LargestOffsetNs);
    }
}
