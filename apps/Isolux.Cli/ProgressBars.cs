using Isolux.Strategy.Summary;
using Spectre.Console;

namespace Isolux.Cli;

/// <summary>One bar for each stage.</summary>
internal sealed class ProgressBars(ProgressContext context) : IProgress<RunStage>
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ProgressTask> _bars = [];

    public void Report(RunStage value)
    {
        lock (_gate)
        {
            if (!_bars.TryGetValue(value.Name, out ProgressTask? bar))
            {
                bar = context.AddTask(Markup.Escape(value.Name), maxValue: 1);
                _bars.Add(value.Name, bar);
            }

            bar.Value = value.DoneFraction;
        }
    }
}
