using System.Collections.Immutable;
using Isolux.Reporting;
using Isolux.Storage.Output;
using Isolux.Strategy.Provenance;

namespace Isolux.Cli.Commands.Sensitivity;

/// <summary>The folder a sensitivity study writes its figures and result to.</summary>
internal sealed class SensitivityOutput(string folder, CommandContext context)
{
    /// <summary>The output of a folder that can be written to; null where none is wanted.</summary>
    public static SensitivityOutput? Prepare(string? folder, CommandContext context)
    {
        if (folder is null)
        {
            return null;
        }

        OutputFolder.EnsureWritable(folder);
        return new SensitivityOutput(folder, context);
    }

    public void Write<T>(Func<SensitivityFigures, ImmutableArray<ReportFile>> draw, T result)
    {
        ProgramIdentity program = ProgramIdentityReader.Read(typeof(SensitivityOutput).Assembly);
        SensitivityFigures figures = new($"Isolux {program.Version}  ·  {context.Surroundings.Clock.GetUtcNow():yyyy-MM-dd}");
        foreach (ReportFile file in draw(figures))
        {
            AtomicFile.WriteBytes(Path.Combine(folder, file.Name), file.Content.AsSpan());
        }

        AtomicFile.WriteText(Path.Combine(folder, "result.json"), OutputJson.Write(result));
    }
}
