using System.Runtime.CompilerServices;

namespace Isolux.Architecture.Tests;

/// <summary>The files of the repository as the convention tests see them.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static IEnumerable<string> CSharpFiles(params string[] folders) => Files("*.cs", folders);

    public static IEnumerable<string> TextFiles() =>
        new[] { "*.cs", "*.json", "*.csv", "*.md", "*.csproj", "*.props", "*.slnx", "*.yml", "*.cff" }
            .SelectMany(pattern => Files(pattern, "src", "adapters", "apps", "tests", "bench", "detectors", "campaigns", "docs", "datasets", "examples"))
            .Concat(new[] { "*.md", "*.props", "*.json", "*.slnx", "*.cff", "isolux", "test" }.SelectMany(pattern => Directory.EnumerateFiles(Root, pattern)));

    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    private static IEnumerable<string> Files(string pattern, params string[] folders) => folders
        .Select(folder => Path.Combine(Root, folder))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories))
        .Where(file => !Relative(file).Split('/').Any(part => part is "bin" or "obj" or "TestResults"))
        .Order(StringComparer.Ordinal);

    private static string FindRoot([CallerFilePath] string thisFile = "")
    {
        DirectoryInfo? folder = new(Path.GetDirectoryName(thisFile)!);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Isolux.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The convention tests read the repository; run them from a checkout.");
    }
}
