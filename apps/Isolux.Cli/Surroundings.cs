namespace Isolux.Cli;

/// <summary>The cache folder and the clock the program works with.</summary>
/// <param name="CacheFolder">Holds maps that were built before.</param>
/// <param name="Clock">The clock.</param>
internal sealed record Surroundings(string CacheFolder, TimeProvider Clock)
{
    public static Surroundings FromEnvironment() => new(
        Environment.GetEnvironmentVariable("ISOLUX_CACHE") is { Length: > 0 } cache ? cache : UserCache(),
        TimeProvider.System);

    private static string UserCache()
    {
        string parent = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        return Path.Combine(parent, "isolux");
    }
}
