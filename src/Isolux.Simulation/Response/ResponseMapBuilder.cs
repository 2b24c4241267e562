using Isolux.Detector;
using Isolux.Detector.Geometry;
using Isolux.Detector.Photosensors;
using Isolux.Numerics.Interpolation;
using Isolux.Quantities;
using Isolux.Simulation.Optics;

namespace Isolux.Simulation.Response;

/// <summary>
/// Builds the response maps of a detector state by micro simulation: photons start at many points all over the scintillator (<see cref="MapNode"/>), every photon that
/// meets a sensor scores its expected detection, and the scores are fitted with a smooth basis and the shapes of the geometry.
/// </summary>
/// <param name="detector">The detector; needs geometry, light and photosensors.</param>
/// <param name="settings">Statistics of the build.</param>
/// <param name="threadCount">Threads; the map does not depend on it.</param>
public sealed class ResponseMapBuilder(DetectorDescription detector, ResponseMapSettings settings, int threadCount)
{
    private const int PhotonsPerNode = 2048;
    private const uint ScintillationRun = 1;
    private const uint CherenkovRun = 2;
    private const int CherenkovShare = 12;
    private const double GoldenFraction = 0.6180339887498949;

    /// <summary>Builds the maps.</summary>
    /// <param name="progress">Told the fraction done, 0 to 1.</param>
    /// <param name="cancellation">Stops the build.</param>
    /// <exception cref="InvalidSpecificationException">The detector has no optics or no photosensors.</exception>
    /// <exception cref="OperationCanceledException">The build was stopped.</exception>
    public ResponseMap Build(IProgress<double>? progress, CancellationToken cancellation)
    {
        OpticalModel model = new(detector);
        if (detector.Geometry is not { } geometry || detector.Photosensors.IsEmpty)
        {
            throw new InvalidSpecificationException(new SpecificationFault(
                detector.Name, "photosensors", null, "response maps count photoelectrons per channel", "declare photosensors, or use `simulate photons`"));
        }

        int nodeCount = (int)(settings.PhotonCount / PhotonsPerNode);
        int cherenkovNodes = nodeCount / CherenkovShare;
        double total = nodeCount + cherenkovNodes;
        LightShapes shapes = new(detector, geometry, model);
        ChannelDirections channels = new(detector.Photosensors);
        LineOfSight sight = new(detector, new PatternGrid(geometry.ScintillatorRadiusMm));
        FlightReference flight = new(detector);
        NodeSweep scintillation = new(model, new PhotonEmitter(model.Scintillation), channels, sight, flight, geometry.ScintillatorRadiusMm, PhotonsPerNode, threadCount);
        PatternTally tally = new(detector.Photosensors.Length);
        NodeScores scores = scintillation.Run(
            new PhotonKey(settings.Seed, ScintillationRun, 0, 0), nodeCount, tally, PartialProgress.Of(progress, 0, nodeCount / total), cancellation);

        MapNode[] nodes = [.. Enumerable.Range(0, nodeCount).Select(i => MapNode.Draw(settings.Seed, i, geometry.ScintillatorRadiusMm))];
        LightMapFit lpmt = LightMapFit.Solve(shapes.BasisOf(SensorKind.Lpmt), nodes, scores.Lpmt, PhotonsPerNode, scores.LpmtVariance);
        LightMapFit spmt = LightMapFit.Solve(shapes.BasisOf(SensorKind.Spmt), nodes, scores.Spmt, PhotonsPerNode, Math.Max(scores.SpmtVariance, double.Epsilon));
        LightMap lpmtMap = lpmt.Tabulate();
        SampledCurve ratio = CherenkovRatio(model, channels, sight, flight, geometry, lpmtMap, cherenkovNodes, PartialProgress.Of(progress, nodeCount / total, 1.0), cancellation);
        return new ResponseMap(
            lpmtMap,
            spmt.Tabulate(),
            ratio,
            HitPatternBuilder.Build(tally, geometry.ScintillatorRadiusMm, detector, sight),
            Quality(lpmt, lpmtMap, geometry, nodeCount));
    }

    private SampledCurve CherenkovRatio(
        OpticalModel model,
        ChannelDirections channels,
        LineOfSight sight,
        FlightReference flight,
        DetectorGeometry geometry,
        LightMap lpmt,
        int nodeCount,
        IProgress<double>? progress,
        CancellationToken cancellation)
    {
        const int Cells = 8;
        double radiusMm = geometry.ScintillatorRadiusMm;
        WavelengthSpectrum? spectrum = new CherenkovSpectrum(model, 1.0).Spectrum;
        if (spectrum is null)
        {
            return SampledCurve.Constant(0.0);
        }

        NodeSweep sweep = new(model, new PhotonEmitter(spectrum), channels, sight, flight, radiusMm, PhotonsPerNode, threadCount);
        NodeScores scores = sweep.Run(
            new PhotonKey(settings.Seed, CherenkovRun, 0, 0), nodeCount, new PatternTally(channels.Count), progress, cancellation);
        double[] cherenkov = new double[Cells];
        double[] scintillation = new double[Cells];
        double[] radii = new double[Cells];
        int[] counts = new int[Cells];
        for (int i = 0; i < nodeCount; i++)
        {
            MapNode node = MapNode.Draw(settings.Seed, i, radiusMm);
            double fraction = node.RadiusMm / radiusMm;
            int cell = Math.Min((int)(fraction * fraction * Cells), Cells - 1);
            cherenkov[cell] += scores.Lpmt[i];
            scintillation[cell] += lpmt.Evaluate(node.Position);
            radii[cell] += node.RadiusMm;
            counts[cell]++;
        }

        return new SampledCurve(
            [.. radii.Zip(counts, (sum, count) => sum / count)],
            [.. cherenkov.Zip(scintillation, (numerator, denominator) => numerator / denominator)]);
    }

    private ResponseMapQuality Quality(LightMapFit fit, LightMap map, DetectorGeometry geometry, int nodeCount)
    {
        const int Samples = 400;
        double squares = 0;
        for (int i = 0; i < Samples; i++)
        {
            // Even over the volume: radii by their share of it, polar angles in steps of the golden ratio.
            double radiusMm = geometry.FiducialRadiusMm * Math.Cbrt((i + 0.5) / Samples);
            double cosTheta = (2.0 * (i * GoldenFraction % 1.0)) - 1.0;
            double turns = MapNode.Draw(settings.Seed, i, radiusMm).AzimuthTurns;
            double relative = fit.StandardError(radiusMm, cosTheta, turns) / map.AzimuthalMean(radiusMm, cosTheta);
            squares += relative * relative;
        }

        return new ResponseMapQuality(
            (long)nodeCount * PhotonsPerNode,
            Math.Sqrt(squares / Samples),
            fit.StandardError(0.0, 1.0, 0.0) / map.Evaluate(Position.Centre),
            fit.Chi2PerNdf);
    }
}
