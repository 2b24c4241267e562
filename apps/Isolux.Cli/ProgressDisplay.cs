using Isolux.Strategy.Summary;
using Spectre.Console;

namespace Isolux.Cli;

/// <summary>Progress on standard error: bars with the time left where a person watches, a line now and then elsewhere.</summary>
internal sealed class ProgressDisplay(Terminal terminal, TimeProvider clock)
{
    /// <summary>Does the work and shows its stages.</summary>
    public T Show<T>(Func<IProgress<RunStage>, T> work)
    {
        if (terminal.Kind == TerminalKind.Stream)
        {
            return work(new SparseProgress(terminal.Error, clock));
        }

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        return console.Progress()
            .HideCompleted(false)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context => work(new ProgressBars(context)));
    }
}
