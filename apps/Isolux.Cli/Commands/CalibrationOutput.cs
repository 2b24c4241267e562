using System.Collections.Immutable;
using Isolux.Reporting;
using Isolux.Storage.Output;
using Isolux.Strategy.Provenance;

namespace Isolux.Cli.Commands;

/// <summary>The folder a calibration of measured data writes to.</summary>
internal sealed class CalibrationOutput(string folder, CommandContext context)
{
    /// <summary>Makes sure that the folder can be written to, before anything is computed.</summary>
    public void Prepare() => OutputFolder.EnsureWritable(folder);

    /// <summary>Draws and writes figures, then the result.</summary>
    public void Write<T>(Func<CalibrationFigures, ImmutableArray<ReportFile>> draw, T result)
    {
        ProgramIdentity program = ProgramIdentityReader.Read(typeof(CalibrationOutput).Assembly);
        CalibrationFigures figures = new($"Isolux {program.Version}  ·  {context.Surroundings.Clock.GetUtcNow():yyyy-MM-dd}");
        foreach (ReportFile file in draw(figures))
        {
            AtomicFile.WriteBytes(Path.Combine(folder, file.Name), file.Content.AsSpan());
        }

        AtomicFile.WriteText(Path.Combine(folder, "result.json"), OutputJson.Write(result));
    }
}
