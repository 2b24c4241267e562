using System.Collections.Immutable;
using Isolux.Calibration.DualCalorimetry;
using Isolux.Conditions.Payloads;
using Isolux.Detector.Photosensors;
using Isolux.Detector.Readout;
using Isolux.Events.Samples;
using Isolux.Simulation.Readout;
using Isolux.Strategy.Run;

namespace Isolux.Strategy.DualCalorimetry;

/// <summary>The laser campaign: ten intensities at the centre, seen by both families of photosensors, and the charge curves calibrated from them.</summary>
internal sealed class LaserCalibration
{
    private const int Intensities = 10;
    private const double LargestCorrectedPe = 2000.0;

    private readonly DetectorSimulation _simulation;
    private readonly RunSettings _settings;
    private readonly int _largePmts;

    public LaserCalibration(DetectorSimulation simulation, ChargeReadout readout, RunSettings settings)
    {
        _simulation = simulation;
        _settings = settings;
        _largePmts = simulation.Detector.Photosensors.Count(sensor => sensor.Type.Kind == SensorKind.Lpmt);
        Charges = new ChannelChargeModel(readout, _largePmts, settings.Seed);
    }

    /// <summary>The channels as they are, which the calibration does not know.</summary>
    public ChannelChargeModel Charges { get; }

    public DualCalorimetryResult Calibrate(IProgress<double>? progress, CancellationToken cancellation)
    {
        LaserSimulator laser = new(_simulation.Detector, _simulation.Map, Charges, _settings.Seed, _settings.Threads);
        LaserSample[] samples = new LaserSample[Intensities];
        for (int i = 0; i < Intensities; i++)
        {
            samples[i] = laser.Fire(LaserIntensities.MeanPe(i, Intensities), _settings.LaserPulses, RandomRuns.LaserIntensities + (uint)i, cancellation);
            progress?.Report((i + 1.0) / Intensities);
        }

        ImmutableArray<double> darkPe =
        [
            .. _simulation.Detector.Photosensors.Take(_largePmts).Select(sensor => sensor.Type.MeanDarkPe(_simulation.Detector.DarkNoiseWindowNs)),
        ];
        return new DualCalorimetryCalibrator(darkPe).Calibrate([.. samples]);
    }

    public static ChannelChargeCurvesPayload Payload(DualCalorimetryResult result, string provenance) =>
        new(result.SlopesPerPe, result.SlopeErrorsPerPe, result.ShapeCoefficients, result.ShapeErrors, LargestCorrectedPe, provenance);
}
