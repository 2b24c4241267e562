namespace Isolux.Simulation.Response;

/// <summary>
/// Keeps maps that are dear to build, by the digest of everything they depend on. An entry that was damaged counts as absent and is built again.
/// </summary>
public interface IMapStore
{
    /// <summary>Looks an entry up.</summary>
    /// <param name="digest">SHA-256 (64 lower-case hex digits) of the detector, the settings and the code version.</param>
    /// <returns>The bytes as written, or null where there is no intact entry.</returns>
    byte[]? TryRead(string digest);

    /// <summary>Stores an entry; one of the same digest is replaced.</summary>
    /// <param name="digest">SHA-256 (64 lower-case hex digits) of the detector, the settings and the code version.</param>
    /// <param name="content">The bytes.</param>
    void Write(string digest, ReadOnlySpan<byte> content);
}
