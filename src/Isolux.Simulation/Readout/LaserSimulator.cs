using Isolux.Detector;
using Isolux.Detector.Photosensors;
using Isolux.Events.Samples;
using Isolux.Numerics.Distributions;
using Isolux.Numerics.Random;
using Isolux.Quantities;
using Isolux.Simulation.Response;

namespace Isolux.Simulation.Readout;

/// <summary>
/// Pulses of the ultraviolet laser at the centre: the scintillator absorbs them and re-emits isotropically, so every channel sees its share of central scintillation light.
/// Photoelectrons of every large PMT and pulse are drawn; the small PMTs, which stay linear, are drawn as one sum.
/// </summary>
/// <remarks>A photoelectron has charge 1 (no single-photon spread) and every pulse of a setting the same mean.</remarks>
public sealed class LaserSimulator
{
    private readonly ChannelChargeModel _charges;
    private readonly double[] _share;
    private readonly double[] _darkPe;
    private readonly double _referencePerLargePe;
    private readonly double _referenceDarkPe;
    private readonly ulong _seed;
    private readonly int _threadCount;

    /// <summary>A laser in a detector.</summary>
    /// <param name="detector">The detector; needs small PMTs.</param>
    /// <param name="map">Its response maps.</param>
    /// <param name="charges">Readout of the large PMTs.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="threadCount">Threads; the result does not depend on it.</param>
    /// <exception cref="InvalidSpecificationException">The detector has no small PMTs.</exception>
    public LaserSimulator(DetectorDescription detector, ResponseMap map, ChannelChargeModel charges, ulong seed, int threadCount)
    {
        ArgumentNullException.ThrowIfNull(detector);
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(charges);
        if (detector.Photosensors.All(sensor => sensor.Type.Kind != SensorKind.Spmt))
        {
            throw new InvalidSpecificationException(new SpecificationFault(
                detector.Name, "photosensors", null, "dual calorimetry compares large with small PMTs", "declare small PMTs"));
        }

        _charges = charges;
        _seed = seed;
        _threadCount = threadCount;
        float[] weights = [.. map.Pattern.Tables.ChannelWeights.Take(charges.ChannelCount)];
        double mean = weights.Average(weight => (double)weight);
        _share = [.. weights.Select(weight => weight / mean)];
        _darkPe = [.. detector.Photosensors.Take(charges.ChannelCount).Select(sensor => sensor.Type.MeanDarkPe(detector.DarkNoiseWindowNs))];
        _referenceDarkPe = detector.Photosensors.Skip(charges.ChannelCount).Sum(sensor => sensor.Type.MeanDarkPe(detector.DarkNoiseWindowNs));
        _referencePerLargePe = charges.ChannelCount * map.Spmt.Evaluate(Position.Centre) / map.Lpmt.Evaluate(Position.Centre);
    }

    /// <summary>Fires the laser at one intensity.</summary>
    /// <param name="meanPe">Mean photoelectrons per pulse and large PMT.</param>
    /// <param name="pulses">Number of pulses, at least 2.</param>
    /// <param name="run">Run number, below 2^24.</param>
    /// <param name="cancellation">Stops it.</param>
    public LaserSample Fire(double meanPe, int pulses, uint run, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(meanPe);
        ArgumentOutOfRangeException.ThrowIfLessThan(pulses, 2);
        double[] means = new double[_share.Length];
        double[] variances = new double[_share.Length];
        ParallelOptions options = new() { MaxDegreeOfParallelism = _threadCount, CancellationToken = cancellation };
        Parallel.For(0, _share.Length, options, channel =>
        {
            RandomSequence random = new(_seed, run, RandomStream.LaserPulse, (uint)channel, 0);
            double expectedPe = (meanPe * _share[channel]) + _darkPe[channel];
            double sum = 0;
            double squares = 0;
            for (int pulse = 0; pulse < pulses; pulse++)
            {
                double charge = _charges.MeasuredPe(channel, Poisson.Sample(expectedPe, ref random));
                sum += charge;
                squares += charge * charge;
            }

            means[channel] = sum / pulses;
            variances[channel] = (squares - (sum * sum / pulses)) / (pulses - 1.0);
        });

        RandomSequence reference = new(_seed, run, RandomStream.LaserPulse, (uint)_share.Length, 0);
        double referenceMeanPe = (meanPe * _referencePerLargePe) + _referenceDarkPe;
        double summed = 0;
        for (int pulse = 0; pulse < pulses; pulse++)
        {
            summed += Poisson.Sample(referenceMeanPe, ref reference);
        }

        return new LaserSample(pulses, [.. means], variances.Average(), (summed / pulses) - _referenceDarkPe, Math.Sqrt(summed) / pulses);
    }
}
