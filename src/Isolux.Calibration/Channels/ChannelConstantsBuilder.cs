using System.Collections.Immutable;
using Isolux.Conditions.Payloads;
using Isolux.Detector.Photosensors;

namespace Isolux.Calibration.Channels;

/// <summary>Makes constants of the estimates of runs: chooses runs, judges channels, normalises efficiencies.</summary>
internal sealed class ChannelConstantsBuilder
{
    private const double NsPerS = 1e9;
    private const double NoisySigmas = 5.0;
    private readonly ImmutableArray<ChannelExpectation> _channels;
    private readonly ChannelCalibrationSettings _settings;
    private readonly IReadOnlyList<RunEstimates> _runs;
    private readonly ChannelStatus[] _statuses;
    private readonly Estimate[] _gains;
    private readonly Estimate[] _spreads;
    private readonly Estimate[] _efficiencies;
    private readonly Estimate[] _offsetsNs;
    private readonly Estimate[] _walksNs;
    private readonly Estimate[] _darkHz;

    public ChannelConstantsBuilder(ImmutableArray<ChannelExpectation> channels, ChannelCalibrationSettings settings, IReadOnlyList<RunEstimates> runs)
    {
        _channels = channels;
        _settings = settings;
        _runs = runs;
        _statuses = new ChannelStatus[channels.Length];
        _gains = new Estimate[channels.Length];
        _spreads = new Estimate[channels.Length];
        _efficiencies = new Estimate[channels.Length];
        _offsetsNs = new Estimate[channels.Length];
        _walksNs = new Estimate[channels.Length];
        _darkHz = new Estimate[channels.Length];
        Array.Fill(_gains, new Estimate(1.0, 0.0));
    }

    public ChannelConstantsPayload Build(string provenance)
    {
        foreach (IGrouping<string, int> type in Indices.GroupBy(channel => _channels[channel].Type))
        {
            MeasureDarkRates([.. type]);
        }

        foreach (IGrouping<SensorKind, int> kind in Indices.GroupBy(channel => _channels[channel].Kind))
        {
            int[] members = [.. kind];
            Calibrate(members, BrightestDimRun(kind.Key, members));
        }

        return new ChannelConstantsPayload(
            Rounded(_gains), Rounded(_spreads), Rounded(_efficiencies), Rounded(_offsetsNs), Rounded(_walksNs), Rounded(_darkHz), [.. _statuses], provenance);
    }

    private IEnumerable<int> Indices => Enumerable.Range(0, _channels.Length);

    private void MeasureDarkRates(int[] members)
    {
        double exposureS = _runs.Sum(run => run.DarkExposureNs) / NsPerS;
        double[] counts = [.. members.Select(channel => _runs.Sum(run => (double)run.DarkCounts[channel]))];
        double median = counts.Order().ElementAt(counts.Length / 2);
        double mean = counts.Where(count => count <= _settings.NoisyRatio * Math.Max(median, 1.0)).Average();
        for (int i = 0; i < members.Length; i++)
        {
            bool noisy = counts[i] > _settings.NoisyRatio * mean && counts[i] > mean + (NoisySigmas * Math.Sqrt(Math.Max(mean, 1.0)));
            double variance = noisy || mean >= _settings.PooledBelow ? counts[i] : mean;
            _darkHz[members[i]] = new Estimate(counts[i] / exposureS, Math.Sqrt(variance) / exposureS);
            _statuses[members[i]] = noisy ? ChannelStatus.Noisy : ChannelStatus.Good;
        }
    }

    private RunEstimates BrightestDimRun(SensorKind kind, int[] members) => _runs
        .Where(run => members.Average(run.Occupancy) <= _settings.LargestOccupancyFraction)
        .MaxBy(run => members.Sum(channel => (long)run.Pulses[channel]))
        ?? throw new InvalidOperationException(FormattableString.Invariant(
            $"No run can calibrate {kind} channels (all exceed a mean occupancy of {_settings.LargestOccupancyFraction}); record a dimmer run."));

    private void Calibrate(int[] members, RunEstimates run)
    {
        double lightPe = TypicalLightPe(members, run);
        foreach (int channel in members)
        {
            double expected = run.Events * (1.0 - Math.Exp(-((lightPe * _channels[channel].LightRatio) + DarkPe(run, channel))));
            if (expected >= _settings.LeastPulses && run.Pulses[channel] < _settings.DeadFraction * expected)
            {
                _statuses[channel] = ChannelStatus.Dead;
                _darkHz[channel] = default;
            }
            else if (expected < _settings.LeastPulses || _channels[channel].LightRatio <= 0 || !run.Times[channel].IsFitted)
            {
                _statuses[channel] = ChannelStatus.NotCalibrated;
                _efficiencies[channel] = new Estimate(1.0, 0.0);
            }
            else
            {
                Take(run, channel, lightPe);
            }
        }

        Normalise(members);
    }

    private void Take(RunEstimates run, int channel, double lightPe)
    {
        ChargeEstimates charge = run.Charges[channel];
        double lightRatio = _channels[channel].LightRatio;
        double darkPe = DarkPe(run, channel);
        double typical = 1.0 - Math.Exp(-((lightPe * lightRatio) + darkPe));
        double error = run.Events * typical < _settings.PooledBelow ? ChargeEstimates.LambdaError(typical, run.Events) : charge.Lambda.Error;
        double darkError = _darkHz[channel].Error * run.Timing.SignalNs / NsPerS;
        _gains[channel] = charge.Gain;
        _spreads[channel] = charge.Spread;
        _efficiencies[channel] = new Estimate((charge.Lambda.Value - darkPe) / lightRatio, Math.Sqrt((error * error) + (darkError * darkError)) / lightRatio);
        _offsetsNs[channel] = run.Times[channel].OffsetNs;
        _walksNs[channel] = run.Times[channel].WalkNs;
    }

    private void Normalise(int[] members)
    {
        int[] usable = [.. members.Where(channel => _statuses[channel] is ChannelStatus.Good or ChannelStatus.Noisy)];
        if (usable.Length == 0)
        {
            return;
        }

        double mean = usable.Average(channel => _efficiencies[channel].Value);
        foreach (int channel in usable)
        {
            _efficiencies[channel] = new Estimate(_efficiencies[channel].Value / mean, _efficiencies[channel].Error / mean);
        }

        // Channels that were refused have lost their place in the mean of their type.
        foreach (IGrouping<string, int> type in usable.GroupBy(channel => _channels[channel].Type))
        {
            double meanNs = type.Average(channel => _offsetsNs[channel].Value);
            foreach (int channel in type)
            {
                _offsetsNs[channel] = _offsetsNs[channel] with { Value = _offsetsNs[channel].Value - meanNs };
            }
        }
    }

    /// <summary>Median light over all channels, per unit of expected share, PE.</summary>
    private double TypicalLightPe(int[] members, RunEstimates run)
    {
        double[] light = [.. members
            .Where(channel => _channels[channel].LightRatio > 0)
            .Select(channel => (-Math.Log(1.0 - Math.Min(run.Occupancy(channel), 0.99)) - DarkPe(run, channel)) / _channels[channel].LightRatio)
            .Order()];
        return light.Length == 0 ? 0.0 : Math.Max(0.0, light[light.Length / 2]);
    }

    private double DarkPe(RunEstimates run, int channel) => _darkHz[channel].Value * run.Timing.SignalNs / NsPerS;

    /// <summary>Numbers to a hundredth of their errors: constants of many channels are read by people and stored for years.</summary>
    private static ChannelValues Rounded(Estimate[] estimates) => new(
        [.. estimates.Select(estimate => Round(estimate.Value, estimate.Error))], [.. estimates.Select(estimate => Round(estimate.Error, estimate.Error))]);

    private static double Round(double value, double error)
    {
        if (!(error > 0))
        {
            return value;
        }

        int digits = 2 - (int)Math.Floor(Math.Log10(error));
        double unit = Math.Pow(10.0, Math.Abs(digits));
        return digits >= 0 ? Math.Round(value * unit) / unit : Math.Round(value / unit) * unit;
    }
}
