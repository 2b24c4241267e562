using Isolux.Campaign.Engine;
using Spectre.Console;

namespace Isolux.Cli;

/// <summary>A run for a person: one table that is drawn anew.</summary>
internal sealed class DeploymentTable(LiveDisplayContext display) : IProgress<EngineProgress>
{
    private const int ReportsPerFrame = 50;
    private int _reports;

    public void Report(EngineProgress value)
    {
        if (_reports++ % ReportsPerFrame != 0)
        {
            return;
        }

        var table = new Table().AddColumns("time [[min]]", "engine", "source", "unit", "position [[m]]", "tension [[N]]", "step", "points");
        table.AddRow(
            $"{value.Elapsed.TotalMinutes:F1}",
            value.State.ToString(),
            Markup.Escape(value.Source),
            Markup.Escape(value.Unit),
            value.Position is { } p ? $"{p.XMm / 1000.0:F2} {p.YMm / 1000.0:F2} {p.ZMm / 1000.0:F2}" : "no answer",
            value.Status is { } s ? $"{s.Tensions.FirstN:F1} {s.Tensions.SecondN:F1}" : "no answer",
            $"{value.Step} / {value.Steps}",
            $"{value.Points}");
        display.UpdateTarget(table);
    }
}
