using Isolux.Calibration.Peaks;
using Isolux.Conditions.Payloads;
using Isolux.Detector;
using Isolux.Detector.Photosensors;
using Isolux.Events.Hits;
using Isolux.Numerics.Random;
using Isolux.Quantities;
using Isolux.Reconstruction;
using Isolux.Simulation.Particles;
using Isolux.Simulation.Response;
using Isolux.Simulation.Samples;
using Isolux.Storage.Documents;
using Isolux.Strategy.Reconstruction;

namespace Isolux.Bench;

/// <summary>Particles, response maps, hits and peak fits of juno.</summary>
internal static class EventWorkloads
{
    private const int Events = 2_000;

    public static IEnumerable<Measurement> All()
    {
        DetectorDescription juno = DetectorLoader.Load("juno", []);
        ResponseMap map = new ResponseMapBuilder(juno, new ResponseMapSettings { PhotonCount = 10_000_000 }, 2).Build(null, CancellationToken.None);
        var showers = new ShowerSimulator(juno);
        var light = new MapLightResponse(map, juno.Scintillation!);
        var hits = new HitSampler(juno, map);
        var shower = new ShowerBuffer();
        var hitBuffer = new HitBuffer();
        Position position = Position.FromMetres(3, -4, 12);

        yield return Each("1 MeV positrons, energy deposits alone", null, _ => { });
        yield return Each("1 MeV positrons, photoelectrons counted", null, i => light.Sample(shower.Deposits, 1, 0, i));
        yield return Each("1 MeV positrons, every hit", 15_000, i => hits.Sample(shower.Deposits, 1, 0, i, hitBuffer));
        var readout = new EventSimulator(
            juno, map, new ParticleEventGenerator(new PointGenerator(ParticleKind.Positron, 1.0, position), showers), new EventSimulatorSettings { Seed = 1 });
        yield return new Measurement("1 MeV positrons, pulses of every channel", "events", null, Events, () =>
        {
            foreach ((HitBatch batch, _) in readout.Batches(0, Events, CancellationToken.None))
            {
                GC.KeepAlive(batch);
            }
        });

        foreach (Measurement reconstruction in Reconstructions(juno, map, showers))
        {
            yield return reconstruction;
        }

        const int draws = 500_000;
        HitOrigin origin = map.Pattern.Origin(position);
        int[] channels = new int[50];
        float[] times = new float[channels.Length];
        yield return new Measurement("channel and flight time of a photoelectron", "photoelectrons", 20e6, draws, () =>
        {
            var random = new RandomSequence(1, 0, RandomStream.HitChannel, 0, 0);
            for (int i = 0; i < draws; i += channels.Length)
            {
                map.Pattern.Draw(origin, SensorKind.Lpmt, ref random, channels, times);
            }
        });
        yield return new Measurement("light-map look-ups", "look-ups", null, draws, () =>
        {
            double sum = 0;
            for (int i = 0; i < draws; i++)
            {
                sum += map.Lpmt.Evaluate(i % 10_000, 5_000, -3_000);
            }

            GC.KeepAlive(sum);
        });
        double[] peak = Peak(50_000);
        var fitter = new GaussianPeakFitter(PeakFitSettings.AboveEscapeTail);
        yield return new Measurement("peak fits of 50,000 events", "fits", null, 20, () =>
        {
            for (int i = 0; i < 20; i++)
            {
                fitter.Fit(peak, 2.2, 0.05);
            }
        });

        Measurement Each(string name, double? goal, Action<uint> respond) => new(name, "events", goal, Events, () =>
        {
            for (uint i = 0; i < Events; i++)
            {
                showers.Simulate(ParticleKind.Positron, 1.0, position, null, 1, 0, i, shower);
                respond(i);
            }
        });
    }

    private static double[] Peak(int count)
    {
        var random = new RandomSequence(1, 0, RandomStream.Toy, 0, 0);
        double[] values = new double[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = 2.2 + (0.05 * random.NextNormal());
        }

        return values;
    }

    private static IEnumerable<Measurement> Reconstructions(DetectorDescription juno, ResponseMap map, ShowerSimulator showers)
    {
        ExpectedLightMapPayload light = ExpectedLightMapFactory.Make(juno, map);
        var reconstructor = new EventReconstructor(
            juno, light, IdealChannels.Of(juno), new LightYieldPayload(light.PePerMeV, 0.0, "bench"), new ReadoutWindow(0.0, juno.DarkNoiseWindowNs), new ReconstructionSettings());
        var ideal = new IdealEvents(juno, showers, map, 1, 2);
        foreach ((double energyMeV, int count, double? goal) in new[] { (1.0, 400, 300.0), (8.0, 60, (double?)null) })
        {
            (HitBatch hits, _) = ideal.Simulate(new UniformSphereGenerator(ParticleKind.Electron, energyMeV, juno.Geometry!.FiducialRadiusMm), 0, count, 9, CancellationToken.None);
            yield return new Measurement(
                $"vertex and energy of {energyMeV:0} MeV electrons, {hits.Channels.Length / count} hits", "events", goal, count, () => reconstructor.Reconstruct(hits, 1, CancellationToken.None));
        }
    }
}
