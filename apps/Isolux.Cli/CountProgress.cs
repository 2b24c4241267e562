namespace Isolux.Cli;

/// <summary>Passes a number of finished events on as a fraction.</summary>
internal sealed class CountProgress(IProgress<double> fraction, long total) : IProgress<long>
{
    public void Report(long value) => fraction.Report((double)value / total);
}
