using System.Reflection;

namespace Isolux.Architecture.Tests;

/// <summary>The libraries under src/, lowest first, and what each may see.</summary>
internal static class Libraries
{
    private static readonly string[] Foundation = ["Quantities", "Numerics", "Detector", "Events", "Conditions"];

    public static readonly string[] Stages = ["Campaign", "Simulation", "Reconstruction", "Calibration", "Sensitivity", "Monitoring"];

    public static readonly IReadOnlyDictionary<string, string[]> MayReference = new Dictionary<string, string[]>
    {
        ["Quantities"] = [],
        ["Numerics"] = ["Quantities"],
        ["Detector"] = ["Quantities", "Numerics"],
        ["Events"] = ["Quantities", "Numerics", "Detector"],
        ["Conditions"] = ["Quantities", "Numerics", "Detector"],
        ["Campaign"] = Foundation,
        ["Simulation"] = Foundation,
        ["Reconstruction"] = Foundation,
        ["Calibration"] = Foundation,
        ["Sensitivity"] = Foundation,
        ["Monitoring"] = Foundation,
        ["Strategy"] = [.. Foundation, .. Stages],
    };

    /// <summary>Every library of src/ that the tests' references carry along.</summary>
    public static IReadOnlyList<Assembly> All { get; } =
    [
        .. MayReference.Keys
            .Where(name => File.Exists(Path.Combine(AppContext.BaseDirectory, $"Isolux.{name}.dll")))
            .Select(name => Assembly.Load($"Isolux.{name}")),
    ];

    public static IEnumerable<Type> PublicTypes => All.SelectMany(assembly => assembly.GetExportedTypes());
}
