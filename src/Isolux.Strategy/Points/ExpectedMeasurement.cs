using System.Collections.Immutable;
using Isolux.Calibration.Peaks;
using Isolux.Detector.Sources;
using Isolux.Numerics.Statistics;
using Isolux.Quantities;
using Isolux.Simulation.Response;
using Isolux.Simulation.Samples;
using Isolux.Strategy.Response;
using Isolux.Strategy.Run;

namespace Isolux.Strategy.Points;

/// <summary>What a calibration point will find without simulating its events: stored showers of the source, moved to the point and folded with the light map.</summary>
internal sealed class ExpectedMeasurement
{
    private const int TemplateCount = 2000;
    private static readonly PeakPrecision s_precision = new(PeakFitSettings.AboveEscapeTail);

    private readonly DetectorSimulation _simulation;
    private readonly ShowerTemplate[] _templates;
    private readonly double _intrinsicWidth;
    private readonly double _centralFold;
    private readonly double _centralPe;

    /// <summary>Simulates the showers.</summary>
    /// <param name="simulation">The detector.</param>
    /// <param name="source">The source.</param>
    /// <param name="seed">Seed.</param>
    public ExpectedMeasurement(DetectorSimulation simulation, CalibrationSource source, ulong seed)
    {
        _simulation = simulation;
        SourceGenerator capture = new(source, Position.Centre, simulation.Geometry.ScintillatorRadiusMm);
        _templates = new ShowerTemplateFactory(simulation.Showers, simulation.Light, seed).Make(capture, TemplateCount, RandomRuns.SourceTemplates);
        RunningMoments photons = new();
        double folded = 0;
        foreach (ShowerTemplate template in _templates)
        {
            photons.Add(template.Photons);
            folded += template.TryFold(simulation.Map.Lpmt, Position.Centre, out double value, out _) ? value / TemplateCount : 0.0;
        }

        _intrinsicWidth = photons.StandardDeviation / photons.Mean;
        _centralFold = folded * Efficiency(Position.Centre);
        _centralPe = photons.Mean * _centralFold;
        LightYieldPePerMeV = _centralPe / source.GammaLinesMeV.Sum();
    }

    /// <summary>Light yield: peak of the source at the centre over the energy of its line, PE/MeV.</summary>
    public double LightYieldPePerMeV { get; }

    /// <summary>What a system will find at a point.</summary>
    /// <param name="system">The system.</param>
    /// <param name="position">Where the source is.</param>
    /// <param name="events">Events of the source.</param>
    /// <returns>Null where less than one event in a thousand is whole: there is no peak to fit.</returns>
    public CandidatePoint? At(string system, Position position, int events)
    {
        double folded = 0;
        double radiusMm = 0;
        double cosTheta = 0;
        int whole = 0;
        foreach (ShowerTemplate template in _templates)
        {
            if (template.TryFold(_simulation.Map.Lpmt, position, out double value, out Position centre))
            {
                whole++;
                folded += value * Efficiency(centre);
                radiusMm += centre.RadiusMm;
                cosTheta += centre.CosTheta;
            }
        }

        if (whole < TemplateCount / 1000)
        {
            return null;
        }

        double ratio = folded / whole / _centralFold;
        double meanPe = ratio * _centralPe;
        double sigmaPe = Math.Sqrt(meanPe + _simulation.DarkNoiseMeanPe + (_intrinsicWidth * _intrinsicWidth * meanPe * meanPe));
        double wholeFraction = (double)whole / TemplateCount;
        return new CandidatePoint(
            system, position, ratio, s_precision.MeanError(sigmaPe, events * wholeFraction) / _centralPe, radiusMm / whole, cosTheta / whole, wholeFraction);
    }

    /// <summary>The same for many points.</summary>
    public ImmutableArray<CandidatePoint> At(IReadOnlyList<(string System, Position Position)> points, int events, int threadCount)
    {
        CandidatePoint?[] found = new CandidatePoint?[points.Count];
        Parallel.For(0, found.Length, new ParallelOptions { MaxDegreeOfParallelism = threadCount }, i => found[i] = At(points[i].System, points[i].Position, events));
        return [.. found.OfType<CandidatePoint>()];
    }

    private double Efficiency(Position point) => _simulation.Efficiencies?.Evaluate(point) ?? 1.0;
}
