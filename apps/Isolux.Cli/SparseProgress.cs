using Isolux.Strategy.Summary;

namespace Isolux.Cli;

/// <summary>Progress for files and other programs: a line when a stage starts and ends, and one every ten seconds in between.</summary>
internal sealed class SparseProgress(TextWriter output, TimeProvider clock) : IProgress<RunStage>
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private readonly Lock _gate = new();
    private string? _stage;
    private bool _ended;
    private long _started;
    private long _written;

    public void Report(RunStage value)
    {
        lock (_gate)
        {
            bool starts = value.Name != _stage;
            bool ends = value.DoneFraction >= 1;
            if (starts)
            {
                (_stage, _ended, _started) = (value.Name, false, clock.GetTimestamp());
            }
            else if (_ended || (!ends && clock.GetElapsedTime(_written) < Interval))
            {
                return;
            }

            _ended = ends;
            _written = clock.GetTimestamp();
            output.WriteLine($"isolux: {value.Name} {value.DoneFraction:P0} ({clock.GetElapsedTime(_started).TotalSeconds:F0} s)");
        }
    }
}
