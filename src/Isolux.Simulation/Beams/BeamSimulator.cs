using System.Collections.Immutable;
using Isolux.Detector;
using Isolux.Detector.Photosensors;
using Isolux.Detector.Transparency;
using Isolux.Events.Beams;
using Isolux.Numerics.Distributions;
using Isolux.Numerics.Random;
using Isolux.Simulation.Optics;
using Isolux.Simulation.Readout;

namespace Isolux.Simulation.Beams;

/// <summary>Pulses of a laser beam, photon by photon, as counted photoelectrons of the large photosensors with dark noise and the declared spread of efficiencies.</summary>
/// <param name="detector">The detector; it declares beams and photosensors.</param>
/// <param name="settings">Seed, run and threads.</param>
public sealed class BeamSimulator(DetectorDescription detector, BeamSimulationSettings settings)
{
    private readonly TransparencyMonitor _monitor = BeamLight.Require(detector);
    private readonly OpticalModel _model = new(detector);
    private readonly ChannelEfficiency _efficiency = new(detector, settings.Seed);

    /// <summary>Fires pulses.</summary>
    /// <param name="beam">The beam.</param>
    /// <param name="wavelengthNm">Its wavelength, nm.</param>
    /// <param name="pulses">Number of pulses, at least 1.</param>
    /// <param name="progress">Told the fraction done.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no pulse.</exception>
    public BeamExposure Simulate(LaserBeam beam, double wavelengthNm, long pulses, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(beam);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pulses);

        // The best channel sees every photon it would see nominally times its efficiency; the others lose some of these.
        long photons = (long)Math.Round(pulses * (double)_monitor.PhotonsPerPulse * _efficiency.Largest);
        long[] counts = new long[detector.Photosensors.Length];
        new BeamLight(_model, _monitor, beam, wavelengthNm, settings).Track(
            photons,
            DetectionMode.Drawn,
            (_, ends, count) =>
            {
                for (int i = 0; i < count; i++)
                {
                    if (ends.Fate[i] == PhotonFate.Detected && ends.TimeNs[i] <= _monitor.WindowNs)
                    {
                        Interlocked.Increment(ref counts[ends.Location[i]]);
                    }
                }
            },
            progress,
            cancellation);
        ImmutableArray<int> channels = [.. detector.Photosensors.Where(sensor => sensor.Type.Kind == SensorKind.Lpmt && _efficiency.Relative[sensor.Channel.Index] > 0).Select(sensor => sensor.Channel.Index)];
        ImmutableArray<double> darkPe = [.. channels.Select(channel => pulses * detector.Photosensors[channel].Type.MeanDarkPe(_monitor.WindowNs))];
        return new BeamExposure(beam.Name, wavelengthNm, pulses, channels, [.. channels.Select((channel, i) => Count(channel, counts[channel], darkPe[i]))], darkPe);
    }

    private double Count(int channel, long detected, double darkPe)
    {
        var random = new RandomSequence(settings.Seed, settings.Run, RandomStream.DarkNoise, 0, (uint)channel);
        double kept = _efficiency.Relative[channel] / _efficiency.Largest;
        int light = kept < 1.0 ? Binomial.Sample(checked((int)detected), kept, ref random) : checked((int)detected);
        return light + Poisson.Sample(darkPe, ref random);
    }
}
