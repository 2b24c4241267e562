using Isolux.Campaign.Engine;

namespace Isolux.Cli;

/// <summary>A run for files and other programs: a line when the engine or the source at work changes.</summary>
internal sealed class DeploymentLines(TextWriter output) : IProgress<EngineProgress>
{
    private (EngineState State, string Unit, string Source) _shown;

    public void Report(EngineProgress value)
    {
        if (_shown != (value.State, value.Unit, value.Source))
        {
            _shown = (value.State, value.Unit, value.Source);
            string source = value.Source.Length > 0 ? value.Source : "no source";
            output.WriteLine($"isolux: {value.Elapsed.TotalMinutes:F0} min: {value.State.ToString().ToLowerInvariant()}, {source} on {value.Unit}, step {value.Step} of {value.Steps}, {value.Points} points");
        }
    }
}
