using Isolux.Quantities;
using Isolux.Simulation.Optics;
using Isolux.Storage.Documents;

namespace Isolux.Bench;

/// <summary>Emission and tracking of photons, one by one and in vector lanes.</summary>
internal static class PhotonWorkloads
{
    private const int BatchPhotons = 1_024;

    public static IEnumerable<Measurement> All()
    {
        foreach ((string detector, double goal, int count) in new[] { ("toy-spheres", 8e6, 2_000_000), ("juno", 2e6, 500_000) })
        {
            var model = new OpticalModel(DetectorLoader.Load(detector, []));
            foreach (double z in new[] { 0.0, 16.5 })
            {
                Position position = Position.FromMetres(0, 0, z);
                yield return Tracking($"{detector}, z = {z:F1} m, one by one", null, model, position, count, new ScalarPhotonTracker(model));
                yield return Tracking($"{detector}, z = {z:F1} m, sixteen lanes", z == 0.0 ? goal : null, model, position, count, new VectorPhotonTracker(model));
            }

            var emitter = new PhotonEmitter(model.Scintillation);
            var batch = new PhotonBatch(BatchPhotons) { Count = BatchPhotons };
            yield return new Measurement($"{detector}, emission alone", "photons", null, count, () =>
            {
                for (int i = 0; i < count / BatchPhotons; i++)
                {
                    emitter.Emit(batch, new PhotonKey(1, 0, 0, (uint)(i * BatchPhotons)));
                }
            });
        }
    }

    private static Measurement Tracking(string name, double? goal, OpticalModel model, Position position, int count, IPhotonTracker tracker)
    {
        var settings = new PhotonBombSettings { Count = count, Position = position, Threads = 1, Seed = 1 };
        return new Measurement(name, "photons", goal, count, () => new PhotonBomb(model, settings, TimeProvider.System, tracker).Simulate());
    }
}
