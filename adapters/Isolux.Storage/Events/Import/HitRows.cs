namespace Isolux.Storage.Events.Import;

/// <summary>Some rows of a user's table, in their units; the arrays are filled anew with the next rows.</summary>
/// <param name="EventNumbers">Event numbers; empty where the table has none.</param>
/// <param name="TriggerTimes">Trigger times; empty where the table has none.</param>
/// <param name="ChannelIds">Their channels.</param>
/// <param name="Charges">Charges.</param>
/// <param name="Times">Hit times.</param>
/// <param name="FractionRead">Part of the table that is read with these rows.</param>
/// <param name="Place">Names a column and row in a sentence.</param>
internal sealed record HitRows(
    long[] EventNumbers, double[] TriggerTimes, long[] ChannelIds, double[] Charges, double[] Times, double FractionRead, Func<string, int, string> Place)
{
    /// <summary>Number of rows.</summary>
    public int Count => ChannelIds.Length;
}
