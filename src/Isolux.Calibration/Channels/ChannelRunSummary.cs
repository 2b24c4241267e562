namespace Isolux.Calibration.Channels;

/// <summary>One run of a channel calibration.</summary>
/// <param name="RunNumber">Its number.</param>
/// <param name="Events">Number of flashes.</param>
/// <param name="LargeOccupancyFraction">Mean fraction of flashes in which a large PMT answered.</param>
/// <param name="SmallOccupancyFraction">Mean fraction of flashes in which a small PMT answered.</param>
/// <param name="PeakTimeNs">Most frequent time of a hit since the trigger, ns.</param>
public sealed record ChannelRunSummary(uint RunNumber, int Events, double LargeOccupancyFraction, double SmallOccupancyFraction, double PeakTimeNs);
