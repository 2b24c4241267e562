using System.Collections.Immutable;
using Isolux.Calibration.LightYield;
using Isolux.Campaign.Planning;
using Isolux.Events.Samples;
using Isolux.Numerics.Random;
using Isolux.Quantities;
using Isolux.Reconstruction;
using Isolux.Simulation.Response;
using Isolux.Simulation.Samples;
using Isolux.Strategy.Run;

namespace Isolux.Strategy.Resolution;

/// <summary>
/// The later rows of the resolution table: varied detectors see the very positrons of the other rows. Each is recalibrated as in the weekly calibration, with the neutron source at the centre
/// alone: light yield and dark noise are its own, the map stays that of the campaign.
/// </summary>
internal sealed class VariationStudy(DetectorSimulation simulation, MapSurvey survey, CampaignMeasurement measurement, ResponseMapProvider maps, RunSettings settings)
{
    private readonly VertexSmearing _smearing = new(settings.Seed);

    /// <summary>Corrected energies of the samples' positrons as every varied detector sees them, at the smeared vertex.</summary>
    public ImmutableArray<(PromptRow Row, string BaseRow)> Correct(
        PositronSamples samples, EnergyReconstructor reconstructor, ImmutableArray<DetectorVariation> variations, IProgress<double>? progress, CancellationToken cancellation)
    {
        if (variations.IsEmpty)
        {
            return [];
        }

        ImmutableArray<DetectorSimulation> varied = [.. variations.Select(variation => simulation.Vary(variation.Detector, maps, progress, cancellation))];
        ImmutableArray<LightVariation> lights =
            [.. varied.Select(detector => new LightVariation(detector.Light, detector.DarkNoiseMeanPe, detector.Detector.ChargeSumResolutionFraction ?? 0.0))];
        VariedSampleSimulator simulator = new(simulation.Showers, simulation.Light, simulation.DarkNoiseMeanPe, settings.Seed, settings.Threads);
        Recalibration[] calibrations = Recalibrate(simulator, lights, [.. varied.Select(MapNoiseFraction)], reconstructor, cancellation);
        double[][][] energiesMeV = [.. variations.Select(_ => new double[samples.Uniform.Length][])];
        for (int energy = 0; energy < samples.Uniform.Length; energy++)
        {
            SimulatedEvents events = samples.Uniform[energy];
            double[][] chargesPe = simulator.Simulate(
                PositronSamples.UniformGenerator(simulation, energy), events.PhotoElectrons.Length, RandomRuns.UniformPositrons + (uint)energy, lights, cancellation).ChargesPe;
            for (int k = 0; k < variations.Length; k++)
            {
                energiesMeV[k][energy] = Correct(events, chargesPe[k], energy, reconstructor, calibrations[k].Reconstructor);
            }

            progress?.Report((energy + 1.0) / samples.Uniform.Length);
        }

        return [.. variations.Select((variation, k) => (new PromptRow(variation.Name, energiesMeV[k]) { YieldReplicas = calibrations[k].YieldReplicas }, variation.BaseRow))];
    }

    private double[] Correct(SimulatedEvents events, double[] chargesPe, int energy, EnergyReconstructor unvaried, EnergyReconstructor varied)
    {
        double[] energiesMeV = new double[chargesPe.Length];
        Parallel.For(0, chargesPe.Length, new ParallelOptions { MaxDegreeOfParallelism = settings.Threads }, i =>
        {
            // The smeared vertex is that of the unvaried row, so that a step shows the detector and not another smearing.
            Position vertex = _smearing.Smear(events.Vertices[i], unvaried.WithoutPosition(events.PhotoElectrons[i]).MeV, energy, i);
            energiesMeV[i] = varied.Reconstruct(chargesPe[i], vertex).MeV;
        });
        return energiesMeV;
    }

    private Recalibration[] Recalibrate(
        VariedSampleSimulator simulator, ImmutableArray<LightVariation> lights, double[] mapNoiseFractions, EnergyReconstructor reconstructor, CancellationToken cancellation)
    {
        // The source events are those of the campaign's own centre, so that what they share cancels in ratios.
        uint run = RandomRuns.CalibrationPoints + (uint)survey.Points.LastIndexOf(survey.Centre);
        SourceGenerator generator = new(survey.Source, survey.Centre.Position, simulation.Geometry.ScintillatorRadiusMm);
        double[][] chargesPe = simulator.Simulate(generator, measurement.CentreCounts.Length, run, lights, cancellation).ChargesPe;
        int[][] counts = [[.. measurement.CentreCounts], .. chargesPe.Select(charges => Array.ConvertAll(charges, charge => (int)Math.Round(charge)))];
        double[] darkPe = [simulation.DarkNoiseMeanPe, .. lights.Select(light => light.DarkNoiseMeanPe)];
        double[] yields = [.. counts.Select((sample, k) => Yield(sample, darkPe[k]))];
        double[][] replicas = new double[ResolutionTable.Replicas][];
        Parallel.For(0, replicas.Length, new ParallelOptions { MaxDegreeOfParallelism = settings.Threads }, replica =>
        {
            int[] chosen = Resample(counts[0].Length, replica);
            replicas[replica] = [.. counts.Select((sample, k) => Yield(Array.ConvertAll(chosen, i => sample[i]), darkPe[k]) / yields[k])];
        });
        return
        [
            .. Enumerable.Range(1, lights.Length).Select(k => new Recalibration(
                reconstructor.Recalibrated(darkPe[k], yields[k]), [.. replicas.Select((replica, i) => replica[k] / replica[0] * MapFluctuation(mapNoiseFractions[k - 1], i))])),
        ];
    }

    /// <summary>Relative statistical error of the light at the centre that a response map of its own brings; maps that are shared cancel.</summary>
    private double MapNoiseFraction(DetectorSimulation varied)
    {
        double own = varied.Map.Quality.CentreNoiseFraction;
        double common = simulation.Map.Quality.CentreNoiseFraction;
        return ReferenceEquals(varied.Map, simulation.Map) ? 0.0 : Math.Sqrt((own * own) + (common * common));
    }

    private double MapFluctuation(double noiseFraction, int replica)
    {
        RandomSequence random = new(settings.Seed, 1, RandomStream.Bootstrap, (uint)replica, (uint)PositronEnergies.AllMeV.Length);
        return 1.0 + (noiseFraction * random.NextNormal());
    }

    private int[] Resample(int count, int replica)
    {
        RandomSequence random = new(settings.Seed, 0, RandomStream.Bootstrap, (uint)replica, (uint)PositronEnergies.AllMeV.Length);
        int[] chosen = new int[count];
        for (int i = 0; i < count; i++)
        {
            chosen[i] = (int)(((ulong)random.NextUInt32() * (ulong)count) >> 32);
        }

        return chosen;
    }

    private double Yield(int[] counts, double darkPe)
    {
        CalibrationPoint centre = survey.Centre;
        SourceSample sample = new(centre.System, centre.Position, centre.Position, counts);
        return new LightYieldCalibrator(darkPe, survey.Source.GammaLinesMeV[0]).Calibrate(sample).ValuePePerMeV;
    }

    private sealed record Recalibration(EnergyReconstructor Reconstructor, ImmutableArray<double> YieldReplicas);
}
