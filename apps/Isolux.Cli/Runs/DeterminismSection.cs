using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Isolux.Storage.Output;
using Isolux.Strategy.Validation;

namespace Isolux.Cli.Runs;

/// <summary>The program itself, started again with other threads and without wide vectors, must give the same summaries.</summary>
/// <param name="detector">Name of the detector.</param>
/// <param name="settings">Statistics.</param>
internal sealed class DeterminismSection(string detector, ValidationSettings settings) : IValidationSection
{
    private const string WideVectors = "DOTNET_EnableAVX512";
    private static readonly ImmutableArray<(string Name, int Threads, string? Avx512)> s_variants =
        [("1 thread", 1, null), ("2 threads", 2, null), ("2 threads, AVX-512 off", 2, "0")];

    public string Name => "determinism";

    public ValidationPage Evaluate(IProgress<double>? progress, CancellationToken cancellation)
    {
        string folder = Path.Combine(Path.GetTempPath(), $"isolux-determinism-{Guid.NewGuid():N}");
        try
        {
            return Compare(folder, progress, cancellation);
        }
        finally
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private ValidationPage Compare(string folder, IProgress<double>? progress, CancellationToken cancellation)
    {
        string[][] commands =
        [
            ["simulate", "photons", "--detector", detector, "--position", "0,3,-16.4", "--count", $"{settings.Scale(1_000_000)}"],
            ["simulate", "particles", "--detector", detector, "--particle", "e+", "--energy", "2", "--position", "-3,0,16", "--count", $"{settings.Scale(20_000)}", "--map-photons", "2000000"],
            ["simulate", "particles", "--detector", detector, "--particle", "gamma", "--energy", "2.2233", "--position", "0,0,-15", "--count", $"{settings.Scale(200)}", "--micro"],
            ["run", "--detector", detector, "--campaign", "monthly", "--statistics", "0.001", "--full"],
        ];
        List<ImmutableArray<string>> rows = [];
        int differences = 0;
        for (int c = 0; c < commands.Length; c++)
        {
            JsonNode? reference = null;
            for (int v = 0; v < s_variants.Length; v++)
            {
                JsonNode found = Start(commands[c], s_variants[v].Threads, s_variants[v].Avx512, Path.Combine(folder, $"{c}-{v}"), cancellation);
                reference ??= found;
                ImmutableArray<string> different = SummaryComparison.Compare(reference, found);
                differences += different.Length;
                rows.Add([$"`{string.Join(' ', commands[c])}`", s_variants[v].Name, v == 0 ? "reference" : different.IsEmpty ? "identical" : string.Join("; ", different.Take(3))]);
                progress?.Report(((c * s_variants.Length) + v + 1.0) / (commands.Length * s_variants.Length));
            }
        }

        return new ValidationPage(
            "Same seed, same result",
            [
                "Every command is started three times, each with its own empty cache so that maps are built again, and its JSON summaries are compared value by value; only wall time, memory, threads and rates may differ. "
                + $"Without AVX-512 means `{WideVectors}=0` in the environment.",
            ],
            [new ValidationTable("determinism", "Summaries of the same seed.", ["command", "variant", "result"], [.. rows])],
            differences == 0 ? "All summaries are identical." : $"{differences} values differ.");
    }

    private static JsonNode Start(string[] command, int threads, string? avx512, string folder, CancellationToken cancellation)
    {
        string program = typeof(DeterminismSection).Assembly.Location;
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = [program, .. command, "--threads", $"{threads}", "--json"];
        foreach (string argument in command[0] == "run" ? [.. arguments, "--out", Path.Combine(folder, "run")] : arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ISOLUX_CACHE"] = Path.Combine(folder, "cache");
        start.Environment[WideVectors] = avx512;
        using var process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation);
        Task<string> errors = process.StandardError.ReadToEndAsync(cancellation);
        try
        {
            Task.WaitAll([output, errors], cancellation);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        process.WaitForExit();
        return process.ExitCode == 0
            ? JsonNode.Parse(output.Result)!
            : throw new InvalidOperationException($"'{string.Join(' ', command)}' failed when started again: {errors.Result.Trim()}");
    }
}
