using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Isolux.Strategy.Provenance;

namespace Isolux.Storage.Output;

/// <summary>Finds out which program runs on which machine.</summary>
public static class ProgramIdentityReader
{
    private const string ProcessorFile = "/proc/cpuinfo";

    /// <summary>The program and its machine.</summary>
    /// <param name="program">Assembly of the program; its informational version is <c>version+commit</c>.</param>
    public static ProgramIdentity Read(Assembly program)
    {
        string[] version = (program.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0").Split('+', 2);
        return new ProgramIdentity
        {
            Version = version[0],
            Commit = version.ElementAtOrDefault(1),
            Runtime = RuntimeInformation.FrameworkDescription,
            OperatingSystem = RuntimeInformation.OSDescription,
            Processor = Processor(),
            VectorBits = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128,
        };
    }

    private static string Processor()
    {
        string? line = File.Exists(ProcessorFile) ? File.ReadLines(ProcessorFile).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?.Split(':', 2)[^1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
