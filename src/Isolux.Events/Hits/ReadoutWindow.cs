namespace Isolux.Events.Hits;

/// <summary>When channels are read out, and so when dark noise is seen, in ns since the trigger. Light that comes after the end is read out all the same.</summary>
/// <param name="StartNs">Start of the window, ns; below 0 before the trigger.</param>
/// <param name="EndNs">End of the window, ns.</param>
public readonly record struct ReadoutWindow(double StartNs, double EndNs);
