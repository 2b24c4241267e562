namespace Isolux.Cli;

/// <summary>The folders and the clock the program works with.</summary>
internal sealed record Surroundings
{
    /// <summary>Holds <c>detectors/</c> and <c>campaigns/</c>.</summary>
    public required string HomeFolder { get; init; }

    /// <summary>Relative paths start here.</summary>
    public required string WorkingFolder { get; init; }

    /// <summary>Maps that were built before.</summary>
    public required string CacheFolder { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public static Surroundings FromEnvironment() => new()
    {
        HomeFolder = Environment.GetEnvironmentVariable("ISOLUX_HOME") is { Length: > 0 } home ? home : FindHome(),
        WorkingFolder = Environment.CurrentDirectory,
        CacheFolder = Environment.GetEnvironmentVariable("ISOLUX_CACHE") is { Length: > 0 } cache ? cache : UserCache(),
    };

    private static string FindHome()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "detectors")))
            {
                return folder.FullName;
            }
        }

        return AppContext.BaseDirectory;
    }

    private static string UserCache()
    {
        string parent = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        return Path.Combine(parent, "isolux");
    }
}
