namespace Isolux.Strategy.Transparency;

/// <summary>How templates of beams are simulated.</summary>
public sealed record BeamTemplateSettings
{
    /// <summary>Increased whenever templates come out differently.</summary>
    public const int CodeVersion = 2;

    /// <summary>Least number of photons per beam.</summary>
    public const long LeastPhotons = 10_000;

    /// <summary>Largest number of photons per beam.</summary>
    public const long MostPhotons = 1_000_000_000;

    /// <summary>Photons per beam; default 4,000,000 (0.14 % on the spot of the direct light, 0.5 % on other groups).</summary>
    public long PhotonCount { get; init; } = 4_000_000;

    /// <summary>Seed; default 20260101.</summary>
    public ulong Seed { get; init; } = 20260101;
}
