namespace Isolux.Calibration.Channels;

/// <summary>The times of one channel with what the fit needs to know of it.</summary>
internal sealed class ChannelTimes
{
    private const double RoughLowNs = -20.0;
    private const double RoughHighNs = 25.0;
    private readonly ChannelTally _tally;
    private readonly int _channel;
    private readonly double _brightness;
    private readonly int[] _counts = new int[ChannelTally.Classes];
    private readonly double[] _walkFactors = new double[ChannelTally.Classes];
    private readonly double[] _darkPerBin = new double[ChannelTally.Classes];

    /// <param name="tally">Histograms.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="gain">Its gain.</param>
    /// <param name="darkPerNs">Dark counts per ns over the run.</param>
    /// <param name="brightness">Photoelectrons per flash above the mean of the type.</param>
    public ChannelTimes(ChannelTally tally, int channel, double gain, double darkPerNs, double brightness)
    {
        _tally = tally;
        _channel = channel;
        _brightness = brightness;
        int all = 0;
        for (int charge = 0; charge < ChannelTally.Classes; charge++)
        {
            foreach (int count in Bins(charge))
            {
                _counts[charge] += count;
            }

            all += _counts[charge];
            _walkFactors[charge] = _counts[charge] > 0 ? (Math.Sqrt(gain) * tally.InverseRootSum(channel, charge) / _counts[charge]) - 1.0 : 0.0;
        }

        for (int charge = 0; charge < ChannelTally.Classes; charge++)
        {
            // A dark pulse has the charge of any single photoelectron.
            _darkPerBin[charge] = all > 0 ? darkPerNs * ChannelTally.BinNs * _counts[charge] / all : 0.0;
        }
    }

    /// <summary>Mean time about the peak, dark noise included: where a fit may begin, ns.</summary>
    public double RoughOffsetNs()
    {
        double sum = 0;
        double weight = 0;
        for (int charge = 0; charge < ChannelTally.Classes; charge++)
        {
            ReadOnlySpan<int> bins = Bins(charge);
            for (int bin = 0; bin < bins.Length; bin++)
            {
                double timeNs = TimeNs(bin);
                if (bins[bin] > 0 && timeNs > RoughLowNs && timeNs < RoughHighNs)
                {
                    sum += bins[bin] * timeNs;
                    weight += bins[bin];
                }
            }
        }

        return weight > 0 ? sum / weight : 0.0;
    }

    /// <summary>Adds the dark-subtracted times, offset and walk taken out, to the counts of a template.</summary>
    public void AddTo(Span<double> counts, double offsetNs, double walkNs)
    {
        for (int charge = 0; charge < ChannelTally.Classes; charge++)
        {
            double shiftNs = offsetNs + (walkNs * _walkFactors[charge]);
            ReadOnlySpan<int> bins = Bins(charge);
            for (int bin = 0; bin < bins.Length; bin++)
            {
                TimeTemplate.Deposit(counts, TimeNs(bin) - shiftNs, bins[bin] - _darkPerBin[charge]);
            }
        }
    }

    /// <summary>Scores of the binned times, conditional on their number in each class, in the bins that the template covers.</summary>
    public Scores Score(TimeTemplate template, double offsetNs, double walkNs)
    {
        Scores sum = default;
        for (int charge = 0; charge < ChannelTally.Classes; charge++)
        {
            if (_counts[charge] == 0)
            {
                continue;
            }

            (double gradient, double information) = Score(template, charge, offsetNs + (walkNs * _walkFactors[charge]));
            double x = _walkFactors[charge];
            sum = new Scores(
                sum.GradientO + gradient,
                sum.GradientW + (x * gradient),
                sum.InformationOo + information,
                sum.InformationOw + (x * information),
                sum.InformationWw + (x * x * information));
        }

        return sum;
    }

    private (double Gradient, double Information) Score(TimeTemplate template, int charge, double shiftNs)
    {
        ReadOnlySpan<int> bins = Bins(charge);
        int first = Math.Max(0, (int)Math.Ceiling((TimeTemplate.LowNs + shiftNs - ChannelTally.FirstNs) / ChannelTally.BinNs));
        int last = Math.Min(ChannelTally.Bins, (int)Math.Floor((TimeTemplate.HighNs + shiftNs - ChannelTally.FirstNs) / ChannelTally.BinNs));
        int inside = 0;
        for (int bin = first; bin < last; bin++)
        {
            inside += bins[bin];
        }

        double dark = _darkPerBin[charge];
        double light = Math.Max(inside - (dark * (last - first)), 0.1 * inside);
        double expectation = 0;
        double expectedSlope = 0;
        double expectedSquare = 0;
        double observedSlope = 0;
        for (int bin = first; bin < last; bin++)
        {
            (double density, double slopePerNs, double integral) = template.At(TimeNs(bin) - shiftNs);
            double weight = light * (1.0 - (_brightness * integral));
            double expected = (weight * density) + dark + 1e-12;
            double derivative = -weight * slopePerNs;
            double relative = derivative / expected;
            expectation += expected;
            expectedSlope += derivative;
            expectedSquare += derivative * relative;
            observedSlope += bins[bin] * relative;
        }

        double mean = expectedSlope / expectation;
        return (observedSlope - (inside * mean), inside * ((expectedSquare / expectation) - (mean * mean)));
    }

    private ReadOnlySpan<int> Bins(int charge) => _tally.Times(_channel).Slice(charge * ChannelTally.Bins, ChannelTally.Bins);

    private static double TimeNs(int bin) => ChannelTally.FirstNs + ((bin + 0.5) * ChannelTally.BinNs);
}
