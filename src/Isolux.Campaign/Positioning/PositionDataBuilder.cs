using System.Collections.Immutable;
using Isolux.Campaign.Documents;
using Isolux.Campaign.Kinematics;
using Isolux.Detector;
using Isolux.Detector.Positioning;
using Isolux.Quantities;

namespace Isolux.Campaign.Positioning;

/// <summary>Turns a user's series of pulses or exposures into measurements, after checking what it means for a detector.</summary>
/// <param name="detector">The detector whose receivers, cameras and loops the series names.</param>
/// <param name="file">Name of the document, for messages.</param>
public sealed class PositionDataBuilder(DetectorDescription detector, string file)
{
    private const int CurrentFormatVersion = 1;
    private const int Coordinates = 3;
    private const double MmPerM = 1000.0;

    // Sound that comes later than this has crossed the vessel many times.
    private const double LargestTimeUs = 500_000.0;
    private const double LeastDetourRatio = 0.8;
    private readonly List<SpecificationFault> _faults = [];

    /// <summary>The pulses of a series.</summary>
    /// <exception cref="InvalidSpecificationException">All faults of meaning at once.</exception>
    public ImmutableArray<UltrasoundMeasurement> Build(UltrasoundDataDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        UltrasoundSystem system = detector.Positioning?.Ultrasound
            ?? throw new InvalidSpecificationException(new SpecificationFault(detector.Name, "positioning.ultrasound", null, "the detector declares no receivers", "choose another detector"));
        Require(document.FormatVersion, document.Name, document.Source, document.Pulses.Length, "pulses");
        RequireUnique(document.Pulses.Select(pulse => pulse.Name), "$.pulses");
        var built = ImmutableArray.CreateBuilder<UltrasoundMeasurement>();
        for (int i = 0; i < document.Pulses.Length; i++)
        {
            UltrasoundPulseDocument pulse = document.Pulses[i];
            string path = FormattableString.Invariant($"$.pulses[{i}]");
            RequireArrivals(pulse, system, path + ".arrivalsUs");
            if (pulse.TemperatureC is { } temperatureC && !(temperatureC is > -20.0 and < 80.0))
            {
                Fault(path + ".temperatureC", FormattableString.Invariant($"{temperatureC}"), "the scintillator is liquid and not that hot", "give degrees Celsius");
            }

            built.Add(new UltrasoundMeasurement(
                pulse.Name, new UltrasoundPulse([.. pulse.ArrivalsUs.Select(arrival => new UltrasoundArrival(arrival.Key, arrival.Value))], pulse.TemperatureC), Cables(pulse.Cables, path + ".cables")));
        }

        ThrowIfFaulty();
        return built.ToImmutable();
    }

    /// <summary>The targets and exposures of a series.</summary>
    /// <exception cref="InvalidSpecificationException">All faults of meaning at once.</exception>
    public CameraSeries Build(CameraDataDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        CameraArray array = detector.Positioning?.Cameras
            ?? throw new InvalidSpecificationException(new SpecificationFault(detector.Name, "positioning.cameras", null, "the detector declares no cameras", "choose another detector"));
        Require(document.FormatVersion, document.Name, document.Source, document.Exposures.Length, "exposures");
        RequireUnique(document.Targets.Select(target => target.Name), "$.targets");
        RequireUnique(document.Exposures.Select(exposure => exposure.Name), "$.exposures");
        double wallMm = 1.1 * array.Cameras.Max(camera => camera.Position.RadiusMm);
        var targets = ImmutableArray.CreateBuilder<CameraTarget>();
        for (int i = 0; i < document.Targets.Length; i++)
        {
            CameraTargetDocument target = document.Targets[i];
            string path = FormattableString.Invariant($"$.targets[{i}]");
            Position? place = target.PositionM is [var x, var y, var z] ? new Position(MmPerM * x, MmPerM * y, MmPerM * z) : null;
            if (!(place?.RadiusMm < wallMm))
            {
                Fault(path + ".positionM", null, FormattableString.Invariant($"a target has {Coordinates} coordinates inside the vessel"), "give x, y, z in metres");
                continue;
            }

            targets.Add(new CameraTarget(target.Name, place!.Value, Spots(target.SpotsPx, array, path + ".spotsPx")));
        }

        var exposures = ImmutableArray.CreateBuilder<CameraMeasurement>();
        for (int i = 0; i < document.Exposures.Length; i++)
        {
            CameraExposureDocument exposure = document.Exposures[i];
            string path = FormattableString.Invariant($"$.exposures[{i}]");
            ImmutableArray<CameraSpot> spots = Spots(exposure.SpotsPx, array, path + ".spotsPx");
            if (spots.Length < array.LeastCameras)
            {
                Fault(path + ".spotsPx", FormattableString.Invariant($"{spots.Length} cameras"), FormattableString.Invariant($"a place takes at least {array.LeastCameras}"), "add cameras or remove the exposure");
            }

            exposures.Add(new CameraMeasurement(exposure.Name, spots, Cables(exposure.Cables, path + ".cables")));
        }

        foreach (SurveyedMark camera in array.Cameras.Where(camera => targets.Count(target => target.Spots.Any(spot => spot.Camera == camera.Name)) < CameraCalibrator.LeastTargets))
        {
            Fault("$.targets", null, FormattableString.Invariant($"camera {camera.Name} sees fewer than {CameraCalibrator.LeastTargets} targets, which its calibration takes"), "add targets");
        }

        ThrowIfFaulty();
        return new CameraSeries(targets.ToImmutable(), exposures.ToImmutable());
    }

    private void RequireArrivals(UltrasoundPulseDocument pulse, UltrasoundSystem system, string path)
    {
        foreach ((string name, double timeUs) in pulse.ArrivalsUs)
        {
            if (system.Receivers.All(receiver => receiver.Name != name))
            {
                Fault($"{path}.{name}", null, "the detector has no such receiver", "its receivers are " + string.Join(", ", system.Receivers.Select(receiver => receiver.Name)));
            }
            else if (!(timeUs > 0 && timeUs < LargestTimeUs))
            {
                Fault($"{path}.{name}", FormattableString.Invariant($"{timeUs}"), FormattableString.Invariant($"an arrival lies between 0 and {LargestTimeUs} us"), "check the time and its unit");
            }
        }

        if (pulse.ArrivalsUs.Count < system.LeastReceivers)
        {
            Fault(path, FormattableString.Invariant($"{pulse.ArrivalsUs.Count} receivers"), FormattableString.Invariant($"a place takes at least {system.LeastReceivers}"), "add receivers or remove the pulse");
        }
        else if (_faults.Count == 0 && AllTooEarly(pulse, system))
        {
            Fault(path, null, "sound cannot reach any two receivers so early, wherever the source is", "check the unit of the times");
        }
    }

    // The two ways from any source to two receivers are together at least as long as the way between them.
    private static bool AllTooEarly(UltrasoundPulseDocument pulse, UltrasoundSystem system)
    {
        SurveyedMark[] heard = [.. system.Receivers.Where(receiver => pulse.ArrivalsUs.ContainsKey(receiver.Name))];
        return heard.All(one => heard.All(other => one == other
            || system.SoundSpeedMmPerUs * (pulse.ArrivalsUs[one.Name] + pulse.ArrivalsUs[other.Name]) < LeastDetourRatio * one.Position.DistanceToMm(other.Position)));
    }

    private ImmutableArray<CameraSpot> Spots(ImmutableSortedDictionary<string, ImmutableArray<double>> document, CameraArray array, string path)
    {
        var spots = ImmutableArray.CreateBuilder<CameraSpot>();
        foreach ((string name, ImmutableArray<double> spot) in document)
        {
            if (array.Cameras.All(camera => camera.Name != name))
            {
                Fault($"{path}.{name}", null, "the detector has no such camera", "its cameras are " + string.Join(", ", array.Cameras.Select(camera => camera.Name)));
            }
            else if (spot is [var u, var v] && Math.Max(Math.Abs(u), Math.Abs(v)) <= array.HalfImagePx)
            {
                spots.Add(new CameraSpot(name, u, v));
            }
            else
            {
                Fault($"{path}.{name}", null, FormattableString.Invariant($"a spot is two numbers of pixels, at most {array.HalfImagePx} from the middle of the image"), "check the spot and its origin");
            }
        }

        return spots.ToImmutable();
    }

    private CableReading? Cables(CableReadingDocument? cables, string path)
    {
        if (cables is null)
        {
            return null;
        }

        ImmutableArray<DeploymentUnit> units = DeploymentUnit.Of(detector);
        if (units.FirstOrDefault(unit => unit.Name == cables.Unit) is not { Kinematics: CableLoopKinematics loop } found)
        {
            Fault(path + ".unit", $"\"{cables.Unit}\"", "the detector has no such cable loop", "its loops are " + string.Join(", ", units.Where(unit => unit.Kinematics is CableLoopKinematics).Select(unit => unit.Name)));
            return null;
        }

        double largestM = found.Drive.MaximumCableLengthMm / MmPerM;
        if (!(cables.CentralM > 0 && cables.CentralM <= largestM && cables.SideM > 0 && cables.SideM <= largestM))
        {
            Fault(path, FormattableString.Invariant($"{cables.CentralM} and {cables.SideM}"), FormattableString.Invariant($"a cable has at most {largestM} m"), "check the lengths and their unit");
        }

        return new CableReading(loop, new CableLengths(MmPerM * cables.CentralM, MmPerM * cables.SideM));
    }

    private void Require(int formatVersion, string name, string source, int count, string what)
    {
        if (formatVersion != CurrentFormatVersion)
        {
            Fault("$.formatVersion", FormattableString.Invariant($"{formatVersion}"), FormattableString.Invariant($"this program reads version {CurrentFormatVersion}"), "convert the document");
        }

        if (string.IsNullOrWhiteSpace(name) || string.IsNullOrWhiteSpace(source))
        {
            Fault("$.source", null, "a series has a name and says where it comes from", "name both");
        }

        if (count == 0)
        {
            Fault("$." + what, null, "the series is empty", "add " + what);
        }
    }

    private void RequireUnique(IEnumerable<string> names, string path)
    {
        if (names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1)?.Key is { } twice)
        {
            Fault(path, $"\"{twice}\"", "two bear this name", "rename one");
        }
    }

    private void Fault(string path, string? value, string why, string suggestion) => _faults.Add(new SpecificationFault(file, path, value, why, suggestion));

    private void ThrowIfFaulty()
    {
        if (_faults.Count > 0)
        {
            throw new InvalidSpecificationException([.. _faults]);
        }
    }
}
