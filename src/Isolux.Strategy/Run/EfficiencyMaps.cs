using Isolux.Detector;
using Isolux.Detector.Photosensors;
using Isolux.Detector.Readout;
using Isolux.Simulation.Readout;
using Isolux.Simulation.Response;

namespace Isolux.Strategy.Run;

/// <summary>Channel efficiencies folded with response maps, made once for all detectors that share both.</summary>
internal sealed class EfficiencyMaps(RunSettings settings)
{
    private readonly Dictionary<(EfficiencySpread Spread, ResponseMap Map), ChannelEfficiencyMap> _known = [];

    /// <summary>What unequal channels make of the light of a detector; null where all are nominal.</summary>
    public ChannelEfficiencyMap? Of(DetectorDescription detector, ResponseMap map)
    {
        if (detector.Efficiency is not ({ RelativePdeSpreadFraction: > 0 } or { DeadFraction: > 0 }))
        {
            return null;
        }

        if (!_known.TryGetValue((detector.Efficiency, map), out ChannelEfficiencyMap? folded))
        {
            folded = ChannelEfficiencyMap.Build(
                detector, map, [.. new ChannelEfficiency(detector, settings.Seed).Relative.Take(detector.Photosensors.Count(IsLarge))], settings.Threads);
            _known.Add((detector.Efficiency, map), folded);
        }

        return folded;
    }

    /// <summary>Mean dark counts of the living large PMTs in the readout window, PE.</summary>
    public double DarkNoiseMeanPe(DetectorDescription detector)
    {
        ChannelEfficiency efficiency = new(detector, settings.Seed);
        return detector.Photosensors
            .Where(sensor => IsLarge(sensor) && efficiency.Relative[sensor.Channel.Index] > 0)
            .Sum(sensor => sensor.Type.MeanDarkPe(detector.DarkNoiseWindowNs));
    }

    private static bool IsLarge(Photosensor sensor) => sensor.Type.Kind == SensorKind.Lpmt;
}
