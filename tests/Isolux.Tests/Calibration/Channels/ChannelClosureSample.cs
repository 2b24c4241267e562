using System.Collections.Immutable;
using Isolux.Calibration.Channels;
using Isolux.Conditions.Payloads;
using Isolux.Detector;
using Isolux.Detector.Readout;
using Isolux.Events.Hits;
using Isolux.Numerics.Statistics;
using Isolux.Quantities;
using Isolux.Simulation.Readout;
using Isolux.Simulation.Samples;
using Isolux.Strategy.Channels;
using Isolux.Testing.Events;
using Isolux.Tests.Readout;
using Isolux.Tests.Response;

namespace Isolux.Tests.Calibration.Channels;

/// <summary>A dim and a bright laser run of the toy, and the constants calibrated from them.</summary>
public sealed class ChannelClosureSample
{
    private const ulong Seed = 7;
    private readonly ToyResponse _toy = new();

    public ChannelClosureSample()
    {
        Dim = Simulate(1, 0.1, 10_000);
        Bright = Simulate(2, 5.0, 3_000);
        Constants = Calibrator(2).Calibrate([Dim, Bright], "toy", null, CancellationToken.None).Constants;
        Truth = new ChannelBank(Detector, Seed);
    }

    public static DetectorDescription Detector { get; } = ReadoutToy.Detector with { Efficiency = new EfficiencySpread(0.08, 0.02, DeadRegion.All) };

    public MemoryEvents Dim { get; }

    public MemoryEvents Bright { get; }

    public ChannelConstantsPayload Constants { get; }

    public ChannelBank Truth { get; }

    public static RunningMoments Moments(ChannelPulls pulls)
    {
        RunningMoments moments = new();
        foreach (double pull in pulls.Pulls)
        {
            moments.Add(pull);
        }

        return moments;
    }

    public ImmutableArray<ChannelPulls> Pulls(ChannelConstantsPayload constants) => ChannelClosure.Pulls(constants, Truth, Detector);

    public ChannelCalibrator Calibrator(int threads) =>
        new(ChannelExpectations.OfCentre(Detector, _toy.Map), new ChannelCalibrationSettings { Threads = threads });

    /// <summary>The constants of a short dim run alone: small channels stay uncalibrated.</summary>
    public ChannelConstantsPayload Calibrate(int threads, int eventsPerBatch) =>
        Calibrator(threads).Calibrate([Simulate(1, 0.1, 1500, eventsPerBatch)], "toy", null, CancellationToken.None).Constants;

    private MemoryEvents Simulate(uint run, double intensityPe, int count, int eventsPerBatch = 500)
    {
        EventSimulator simulator = new(Detector, _toy.Map, new LaserEventGenerator(Detector, _toy.Map, Position.Centre, intensityPe), new EventSimulatorSettings
        {
            Seed = Seed,
            Run = run,
            Threads = 2,
            Window = new ReadoutWindow(-500, 500),
            EventsPerBatch = eventsPerBatch,
        });
        MemoryEvents events = new(new EventRun(run, Detector.Name, Detector.Photosensors.Length, "laser", Seed) { Window = simulator.Window });
        simulator.Simulate(0, count, events, null, CancellationToken.None);
        return events;
    }
}
