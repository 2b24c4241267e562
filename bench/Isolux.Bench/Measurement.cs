using System.Diagnostics;
using System.Globalization;

namespace Isolux.Bench;

/// <summary>
/// One workload on one thread. The clock is processor time, so other programs on the machine disturb it little; the best of several rounds counts.
/// </summary>
/// <param name="Name">What is done.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Goal">Goal per second and core; null where none is set.</param>
/// <param name="Count">Units per round.</param>
/// <param name="Work">One round.</param>
internal sealed record Measurement(string Name, string Unit, double? Goal, long Count, Action Work)
{
    /// <summary>Units per second of processor time, the best of <paramref name="rounds"/> rounds after one to warm up.</summary>
    public double PerSecond(int rounds)
    {
        using Process process = Process.GetCurrentProcess();
        Work();
        double best = double.PositiveInfinity;
        for (int round = 0; round < rounds; round++)
        {
            process.Refresh();
            TimeSpan before = process.TotalProcessorTime;
            Work();
            process.Refresh();
            best = Math.Min(best, (process.TotalProcessorTime - before).TotalSeconds);
        }

        return Count / best;
    }

    /// <summary>A row of a Markdown table.</summary>
    public string Row(double perSecond) => string.Create(
        CultureInfo.InvariantCulture, $"| {Name} | {Unit} | {perSecond:G3} | {Goal:G3} | {(Goal is { } goal ? perSecond / goal : null):F2} |");
}
