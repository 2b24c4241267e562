namespace Isolux.Simulation.Response;

/// <summary>How a response map is built.</summary>
public sealed record ResponseMapSettings
{
    /// <summary>Raises with every change of the code that changes a map, so that cached maps of older versions are not used.</summary>
    public const int CodeVersion = 7;

    /// <summary>Fewest photons of a build.</summary>
    public const long LeastPhotons = 1_000_000;

    /// <summary>Most photons of a build.</summary>
    public const long MostPhotons = 1_000_000_000_000;

    private readonly long _photonCount = 240_000_000;

    /// <summary>
    /// Scintillation photons of the build, 10^6 to 10^12, default 2.4 x 10^8; the statistical error of the map falls with its square root and is reported.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside the range.</exception>
    public long PhotonCount
    {
        get => _photonCount;
        init => _photonCount = value is >= LeastPhotons and <= MostPhotons
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A response map is built from 10^6 to 10^12 photons.");
    }

    /// <summary>Settings whose photon count follows a statistics factor: the default at 1, never below 10^7 so that the fit stays well determined.</summary>
    public static ResponseMapSettings ForStatistics(double statisticsFactor) => new()
    {
        PhotonCount = Math.Max(10_000_000, (long)(new ResponseMapSettings().PhotonCount * statisticsFactor)),
    };

    /// <summary>Seed of the build; maps are a property of the detector, so the seed of a run does not enter. Default 20210301.</summary>
    public ulong Seed { get; init; } = 20210301;
}
