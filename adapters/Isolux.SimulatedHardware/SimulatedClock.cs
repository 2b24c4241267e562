namespace Isolux.SimulatedHardware;

/// <summary>The clock of a simulated site: it stands still unless the site lets time pass.</summary>
internal sealed class SimulatedClock(DateTimeOffset start, Func<double> nowSeconds) : TimeProvider
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => start + TimeSpan.FromSeconds(nowSeconds());

    public override long GetTimestamp() => TimeSpan.FromSeconds(nowSeconds()).Ticks;
}
