using System.Security.Cryptography;
using System.Text;
using Isolux.Conditions;
using Isolux.Conditions.Payloads;
using Isolux.Detector;
using Isolux.Simulation.Response;

namespace Isolux.Strategy.NonLinearity;

/// <summary>Gives the light of a detector's scintillator: from the store where it has been simulated before, else simulated and stored.</summary>
/// <param name="store">The store.</param>
/// <param name="threads">Threads; the result does not depend on it.</param>
public sealed class ScintillatorLightProvider(IMapStore store, int threads)
{
    /// <summary>The light of a detector's scintillator.</summary>
    /// <param name="detector">The detector.</param>
    /// <param name="progress">Told the fraction done while it is simulated.</param>
    /// <param name="cancellation">Stops a simulation.</param>
    /// <exception cref="InvalidSpecificationException">The detector declares no target, electromagnetic model, geometry or scintillation.</exception>
    public ScintillatorLight Provide(DetectorDescription detector, IProgress<double>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(detector);
        string spectraDigest = Digest(SourceSpectraPayload.Name, detector);
        string electronsDigest = Digest(ElectronLightPayload.Name, detector);
        if (Read<SourceSpectraPayload>(spectraDigest) is { } spectra && Read<ElectronLightPayload>(electronsDigest) is { } electrons)
        {
            return new ScintillatorLight(spectra, electrons);
        }

        ScintillatorLight made = new ScintillatorLightSimulator(detector, threads).Simulate(progress, cancellation);
        store.Write(spectraDigest, PayloadCodec.Encode(made.Spectra));
        store.Write(electronsDigest, PayloadCodec.Encode(made.Electrons));
        return made;
    }

    private T? Read<T>(string digest)
        where T : Payload
    {
        try
        {
            return store.TryRead(digest) is { } bytes ? PayloadCodec.Decode(bytes) as T : null;
        }
        catch (ConditionsException)
        {
            // An entry of another version counts as absent and is made again.
            return null;
        }
    }

    private static string Digest(string kind, DetectorDescription detector)
    {
        string identity = FormattableString.Invariant($"{kind} {ScintillatorLightSimulator.CodeVersion} {detector.Digest}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)));
    }
}
