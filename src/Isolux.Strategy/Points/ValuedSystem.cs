namespace Isolux.Strategy.Points;

/// <summary>A system's part of a survey and what it is worth.</summary>
/// <param name="System">System.</param>
/// <param name="Points">Its points.</param>
/// <param name="Minutes">Its travel and data taking, min.</param>
/// <param name="ATildeLossPercent">By how much a~ grows without all of them, percent.</param>
/// <param name="ErrorPercent">Its error from paired events, percent.</param>
public sealed record ValuedSystem(string System, int Points, double Minutes, double ATildeLossPercent, double ErrorPercent)
{
    /// <summary>What the system is worth per minute: 1e-6 of a~, in percent per min.</summary>
    public double MicroPercentPerMinute => 1e6 * ATildeLossPercent / Minutes;
}
