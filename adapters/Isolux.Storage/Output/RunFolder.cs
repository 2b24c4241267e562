using Isolux.Strategy.Provenance;

namespace Isolux.Storage.Output;

/// <summary>
/// The folder of one run. Its <c>run.json</c> names the inputs, so that the same inputs resume it and others are refused: a folder never mixes two runs.
/// </summary>
public sealed class RunFolder
{
    private const string MarkName = "run.json";

    private RunFolder(string path) => Path = path;

    /// <summary>Absolute path.</summary>
    public string Path { get; }

    /// <summary>The summary.</summary>
    public string SummaryFile => System.IO.Path.Combine(Path, "summary.json");

    /// <summary>The manifest.</summary>
    public string ManifestFile => System.IO.Path.Combine(Path, "manifest.json");

    /// <summary>The expanded plan that ran.</summary>
    public string PlanFile => System.IO.Path.Combine(Path, "plan.json");

    /// <summary>The constants.</summary>
    public string ConstantsFile => System.IO.Path.Combine(Path, "constants.sqlite");

    /// <summary>Folder of the report.</summary>
    public string ReportFolder => System.IO.Path.Combine(Path, "report");

    /// <summary>Takes a folder for a run.</summary>
    /// <param name="path">Folder: new, empty, or of a run with the same inputs.</param>
    /// <param name="inputs">What decides the result of the run.</param>
    /// <exception cref="OutputException">It holds another run or something else, or cannot be written to.</exception>
    public static RunFolder Open(string path, RunInputs inputs)
    {
        string full = System.IO.Path.GetFullPath(path);
        string mark = System.IO.Path.Combine(full, MarkName);
        if (File.Exists(mark))
        {
            RunMark found = OutputJson.Read<RunMark>(mark);
            if (found.InputsDigest != InputsDigest.Of(inputs))
            {
                throw new OutputException(
                    $"the folder {full} holds another run (detector {found.Inputs.Detector}, campaign {found.Inputs.Campaign}, seed {found.Inputs.Seed}, "
                    + $"or other inputs behind these names) choose another folder with --out.");
            }
        }
        else if (Directory.Exists(full) && Directory.EnumerateFileSystemEntries(full).Any())
        {
            throw new OutputException($"the folder {full} is not empty (it holds something that is no run) choose another folder with --out.");
        }

        OutputFolder.EnsureWritable(full);
        AtomicFile.WriteText(mark, OutputJson.Write(new RunMark(InputsDigest.Of(inputs), inputs)));
        return new RunFolder(full);
    }
}
