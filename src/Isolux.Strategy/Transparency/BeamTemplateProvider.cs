using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Isolux.Detector;
using Isolux.Detector.Transparency;
using Isolux.Events.Beams;
using Isolux.Simulation;
using Isolux.Simulation.Beams;
using Isolux.Simulation.Response;
using Isolux.Strategy.Run;

namespace Isolux.Strategy.Transparency;

/// <summary>Gives the templates of a detector's beams: from the store where they have been simulated before, else simulated and stored.</summary>
/// <param name="store">The store.</param>
/// <param name="settings">How they are simulated.</param>
/// <param name="threads">Threads; the result does not depend on it.</param>
public sealed class BeamTemplateProvider(IMapStore store, BeamTemplateSettings settings, int threads)
{
    /// <summary>The templates of beams of one wavelength, in their order.</summary>
    /// <param name="detector">The detector.</param>
    /// <param name="beams">The beams; they need not be as the detector declares them.</param>
    /// <param name="wavelengthNm">Wavelength, nm.</param>
    /// <param name="progress">Told the fraction done while they are simulated.</param>
    /// <param name="cancellation">Stops a simulation.</param>
    /// <exception cref="InvalidSpecificationException">The detector declares no beams, or nothing that would show them.</exception>
    public ImmutableArray<BeamTemplate> Provide(
        DetectorDescription detector, ImmutableArray<LaserBeam> beams, double wavelengthNm, IProgress<double>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(detector);
        return [.. beams.Select((beam, i) => Provide(detector, beam, (uint)i, wavelengthNm, PartialProgress.Of(progress, (double)i / beams.Length, (i + 1.0) / beams.Length), cancellation))];
    }

    private BeamTemplate Provide(DetectorDescription detector, LaserBeam beam, uint index, double wavelengthNm, IProgress<double>? progress, CancellationToken cancellation)
    {
        string digest = Digest(detector, beam, index, wavelengthNm);
        if (store.TryRead(digest) is { } content && JsonSerializer.Deserialize<BeamTemplate>(content) is { } known)
        {
            return known;
        }

        BeamSimulationSettings simulation = new() { Seed = settings.Seed, Run = RandomRuns.BeamTemplates + index, Threads = threads };
        BeamTemplate made = new BeamTemplateSimulator(detector, simulation).Simulate(beam, wavelengthNm, settings.PhotonCount, progress, cancellation);
        store.Write(digest, JsonSerializer.SerializeToUtf8Bytes(made));
        return made;
    }

    private string Digest(DetectorDescription detector, LaserBeam beam, uint index, double wavelengthNm)
    {
        string path = FormattableString.Invariant($"{beam.Name} {beam.Launch.XMm} {beam.Launch.YMm} {beam.Launch.ZMm} {beam.Aim.XMm} {beam.Aim.YMm} {beam.Aim.ZMm}");
        string pulse = FormattableString.Invariant($"{wavelengthNm} {detector.Transparency?.DivergenceRad} {detector.Transparency?.WindowNs}");
        string identity = FormattableString.Invariant(
            $"beam-template {BeamTemplateSettings.CodeVersion} {detector.LightDigest} {index} {path} {pulse} {settings.PhotonCount} {settings.Seed}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)));
    }
}
