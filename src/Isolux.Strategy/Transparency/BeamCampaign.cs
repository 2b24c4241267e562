using System.Collections.Immutable;
using Isolux.Calibration.Transparency;
using Isolux.Detector;
using Isolux.Detector.Transparency;
using Isolux.Events.Beams;
using Isolux.Simulation.Beams;
using Isolux.Strategy.Run;

namespace Isolux.Strategy.Transparency;

/// <summary>Simulated measurements of transparency: every beam at every wavelength, photon by photon.</summary>
public sealed class BeamCampaign
{
    /// <summary>Measurements are numbered up to this.</summary>
    public const uint LargestRun = 100_000;

    private const uint RunsPerMeasurement = 100;
    private readonly DetectorDescription _detector;
    private readonly ulong _seed;
    private readonly int _threads;

    /// <summary>Measurements in a detector.</summary>
    /// <param name="detector">The detector.</param>
    /// <param name="seed">Seed, which also draws the efficiencies of channels.</param>
    /// <param name="threads">Threads; no result depends on it.</param>
    /// <exception cref="InvalidSpecificationException">The detector declares no beams.</exception>
    public BeamCampaign(DetectorDescription detector, ulong seed, int threads)
    {
        ArgumentNullException.ThrowIfNull(detector);
        Monitor = detector.Transparency ?? throw new InvalidSpecificationException(new SpecificationFault(
            detector.Name, "$.transparency", null, "the detector declares no laser beams", "add the section 'transparency' or choose another detector"));
        (_detector, _seed, _threads) = (detector, seed, threads);
    }

    /// <summary>The declared monitor.</summary>
    public TransparencyMonitor Monitor { get; }

    /// <summary>Simulates one measurement.</summary>
    /// <param name="beams">Beams.</param>
    /// <param name="wavelengthsNm">Wavelengths, nm.</param>
    /// <param name="pulses">Pulses of every beam at every wavelength.</param>
    /// <param name="run">Number of the measurement, at most <see cref="LargestRun"/>.</param>
    /// <param name="progress">Told the fraction done.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of the measurement is too large.</exception>
    public TransparencyMeasurement Simulate(
        ImmutableArray<LaserBeam> beams, ImmutableArray<double> wavelengthsNm, long pulses, uint run, IProgress<double>? progress, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(run, LargestRun);
        ImmutableArray<BeamExposure>.Builder exposures = ImmutableArray.CreateBuilder<BeamExposure>();
        uint first = RandomRuns.BeamExposures + (run * RunsPerMeasurement);
        int parts = beams.Length * wavelengthsNm.Length;
        foreach ((double wavelengthNm, LaserBeam beam) in wavelengthsNm.SelectMany(nm => beams.Select(beam => (nm, beam))))
        {
            int done = exposures.Count;
            BeamSimulationSettings settings = new() { Seed = _seed, Run = first + (uint)done, Threads = _threads };
            exposures.Add(new BeamSimulator(_detector, settings).Simulate(beam, wavelengthNm, pulses, null, cancellation));
            progress?.Report((double)exposures.Count / parts);
        }

        return new TransparencyMeasurement(
            FormattableString.Invariant($"simulation of {_detector.Name}, seed {_seed}, measurement {run}"), 0.0, exposures.ToImmutable());
    }
}
