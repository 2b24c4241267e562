using System.Collections.Concurrent;
using Isolux.Detector.Light;
using Isolux.Detector.Photosensors;
using Isolux.Numerics.Distributions;
using Isolux.Numerics.Random;
using Isolux.Simulation.Optics;
using Isolux.Simulation.Particles;

namespace Isolux.Simulation.Response;

/// <summary>
/// Photoelectrons of the large PMTs photon by photon: every scintillation and Cherenkov photon of the deposits is tracked and its detection drawn. The truth that
/// <see cref="MapLightResponse"/> is tested against, thousands of times slower.
/// </summary>
/// <remarks>
/// Scintillation photons are isotropic. Cherenkov photons lie on the cone cos(theta) = 1/n about the electron's direction, polarised in the plane of both, with the
/// spectrum and the angle of beta = 1, because a deposit does not carry the velocity; their number does follow it
/// (<see cref="EnergyDeposit.ExpectedCherenkovPhotons"/>). Photons are numbered through the event, scintillation of a deposit first.
/// </remarks>
/// <param name="model">The detector's optics, with photosensors.</param>
/// <param name="scintillation">Its scintillation.</param>
public sealed class MicroLightResponse(OpticalModel model, ScintillationModel scintillation) : ILightResponse
{
    private const int BatchPhotons = 1024;
    private readonly IPhotonTracker _tracker = IPhotonTracker.Fastest(model);
    private readonly PhotonEmitter _scintillation = new(model.Scintillation);
    private readonly CherenkovEmitter? _cherenkov = CherenkovEmitter.TryCreate(model);
    private readonly ConcurrentBag<Workspace> _idle = [];

    /// <inheritdoc/>
    public LightSample Sample(ReadOnlySpan<EnergyDeposit> deposits, ulong seed, uint run, uint eventIndex)
    {
        Workspace workspace = _idle.TryTake(out Workspace? idle) ? idle : new Workspace();
        RandomSequence scintillationCount = new(seed, run, RandomStream.ScintillationCount, eventIndex, 0);
        RandomSequence cherenkovCount = new(seed, run, RandomStream.CherenkovCount, eventIndex, 0);
        var key = new PhotonKey(seed, run, eventIndex, 0);
        int scintillationPe = 0;
        int cherenkovPe = 0;
        foreach (ref readonly EnergyDeposit deposit in deposits)
        {
            int photons = Poisson.Sample(scintillation.PhotonsPerMeV * deposit.QuenchedMeV, ref scintillationCount);
            scintillationPe += Track(deposit, photons, null, workspace, ref key);
            int cherenkovPhotons = Poisson.Sample(deposit.ExpectedCherenkovPhotons, ref cherenkovCount);
            cherenkovPe += Track(deposit, cherenkovPhotons, _cherenkov, workspace, ref key);
        }

        _idle.Add(workspace);
        return new LightSample(scintillationPe, cherenkovPe);
    }

    /// <summary>Tracks the photons of a deposit: of Cherenkov light where an emitter of it is given, else of scintillation light.</summary>
    private int Track(in EnergyDeposit deposit, int photons, CherenkovEmitter? cherenkov, Workspace workspace, ref PhotonKey key)
    {
        int photoElectrons = 0;
        for (int left = photons; left > 0; left -= BatchPhotons)
        {
            PhotonBatch batch = workspace.Batch;
            batch.Count = Math.Min(left, BatchPhotons);
            batch.XMm.Fill((float)deposit.Position.XMm);
            batch.YMm.Fill((float)deposit.Position.YMm);
            batch.ZMm.Fill((float)deposit.Position.ZMm);
            batch.TimeNs.Fill((float)deposit.TimeNs);
            if (cherenkov is null)
            {
                _scintillation.Emit(batch, key);
            }
            else
            {
                cherenkov.Emit(batch, deposit.Direction, key);
            }

            _tracker.Track(batch, key, DetectionMode.Drawn, workspace.Ends);
            photoElectrons += CountLarge(workspace.Ends, batch.Count);
            key = key with { FirstPhoton = key.FirstPhoton + (uint)batch.Count };
        }

        return photoElectrons;
    }

    private int CountLarge(PhotonEnds ends, int count)
    {
        int large = 0;
        for (int i = 0; i < count; i++)
        {
            if (ends.Fate[i] == PhotonFate.Detected && ends.Location[i] >= 0 && model.ChannelKinds[ends.Location[i]] == SensorKind.Lpmt)
            {
                large++;
            }
        }

        return large;
    }

    private sealed class Workspace
    {
        public PhotonBatch Batch { get; } = new(BatchPhotons);

        public PhotonEnds Ends { get; } = new(BatchPhotons);
    }
}
