using Isolux.Strategy.Summary;

namespace Isolux.Cli;

/// <summary>Passes a fraction on as one named stage.</summary>
internal sealed class StageProgress(IProgress<RunStage> stages, string name) : IProgress<double>
{
    public void Report(double value) => stages.Report(new RunStage(name, value));
}
