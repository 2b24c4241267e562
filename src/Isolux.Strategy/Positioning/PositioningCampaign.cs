using System.Collections.Immutable;
using Isolux.Campaign.Kinematics;
using Isolux.Campaign.Positioning;
using Isolux.Detector;
using Isolux.Detector.Positioning;
using Isolux.Numerics.Random;
using Isolux.Quantities;
using Isolux.Simulation.Positioning;

namespace Isolux.Strategy.Positioning;

/// <summary>One simulated campaign: receivers, cameras and cables with errors of their own, cameras calibrated before the first source is located.</summary>
internal sealed class PositioningCampaign
{
    private readonly PositioningCase _case;
    private readonly ulong _seed;
    private readonly uint _campaign;
    private readonly UltrasoundSystem _system;
    private readonly CameraArray _array;
    private readonly CableReadout _readout;
    private readonly UltrasoundSimulator _ultrasound;
    private readonly CameraSimulator _cameras;

    /// <summary>Prepares a campaign.</summary>
    /// <exception cref="InvalidSpecificationException">The detector declares no positioning by ultrasound, cameras and cables.</exception>
    public PositioningCampaign(DetectorDescription detector, PositioningCase simulated, ulong seed, uint campaign)
    {
        if (detector.Positioning is not { Ultrasound: { } ultrasound, Cameras: { } cameras, Cables: { } cables })
        {
            throw new InvalidSpecificationException(new SpecificationFault(
                detector.Name, "positioning", null, "a closure needs ultrasound, cameras and cables", "declare all three or choose another detector"));
        }

        (_case, _seed, _campaign, _array, _readout) = (simulated, seed, campaign, simulated.AssumeCameras(cameras), cables);
        _system = simulated.Assume(ultrasound);
        _ultrasound = new UltrasoundSimulator(ultrasound, simulated.Ultrasound, seed, campaign);
        _cameras = new CameraSimulator(cameras, simulated.Cameras, seed, campaign);
        Targets = [.. CalibrationTargets.Of(detector).Select(Light)];
        CameraCalibrator calibrator = new(_array);
        Calibrated = [.. cameras.Cameras.Select(camera => calibrator.Calibrate(camera.Name, Targets)).OfType<CalibratedCamera>()];
    }

    /// <summary>The targets as the cameras see them.</summary>
    public ImmutableArray<CameraTarget> Targets { get; }

    /// <summary>The cameras whose calibration was accepted.</summary>
    public ImmutableArray<CalibratedCamera> Calibrated { get; }

    /// <summary>The true speed of sound, mm/us.</summary>
    public double SoundSpeedMmPerUs => _ultrasound.SoundSpeedMmPerUs;

    /// <summary>A source at a point, as all systems measure it.</summary>
    public SimulatedSource Simulate(PlanePoint point, uint fix)
    {
        RandomSequence random = new(_seed, _campaign, RandomStream.Toy, fix, 0);
        double besideMm = _readout.OutOfPlaneErrorMm * random.NextNormal();
        Position along = point.Loop.InPlane(1.0, 0.0);
        Position truth = point.Place + new Position(-along.YMm * besideMm, along.XMm * besideMm, 0.0);
        CableLengths read = point.Loop.LengthsAt(point.Place)
            + new CableLengths(_readout.LengthErrorMm * random.NextNormal(), (_readout.LengthErrorMm * random.NextNormal()) + _case.SideSlipMm);
        return new SimulatedSource(
            truth,
            [.. _ultrasound.Hear(truth, fix).Select(pulse => new UltrasoundArrival(pulse.Receiver, pulse.TimeUs))],
            Spots(_cameras.See(truth, fix)),
            new CableReading(point.Loop, read));
    }

    /// <summary>Locates a source at every point.</summary>
    public (ImmutableArray<PositionTrial> Trials, SoundSpeed SoundSpeed) Locate(IReadOnlyList<PlanePoint> points, int threads)
    {
        SimulatedSource[] sources = [.. points.Select((point, i) => Simulate(point, (uint)i))];
        UltrasoundSeries series = new UltrasoundSeriesLocator(_system, threads).Locate([.. sources.Select(source => new UltrasoundPulse(source.Arrivals))]);
        PositionTrial[] trials = new PositionTrial[points.Count];
        PositionFusion fusion = new(_readout);
        CameraLocator cameras = new(_array, Calibrated);
        Parallel.For(0, trials.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
        {
            SimulatedSource source = sources[i];
            UltrasoundFix heard = series.Fixes[i];
            CameraFix seen = cameras.Locate(source.Spots);
            trials[i] = new PositionTrial(
                points[i], source.Truth, heard, seen, fusion.Fuse(null, null, source.Cables).Fix, fusion.Fuse(heard.Fix, seen.Fix, source.Cables));
        });
        return ([.. trials], series.SoundSpeed);
    }

    private CameraTarget Light(SurveyedMark mark, int index)
    {
        RandomSequence random = new(_seed, _campaign, RandomStream.Toy, uint.MaxValue, (uint)index);
        Position real = mark.Position
            + new Position(_array.TargetErrorMm * random.NextNormal(), _array.TargetErrorMm * random.NextNormal(), _array.TargetErrorMm * random.NextNormal());
        return new CameraTarget(mark.Name, mark.Position, Spots(_cameras.See(real, uint.MaxValue - 1 - (uint)index, SignalOrigin.Direct)));
    }

    private static ImmutableArray<CameraSpot> Spots(ImmutableArray<SeenSpot> seen) => [.. seen.Select(spot => new CameraSpot(spot.Camera, spot.UPx, spot.VPx))];
}
