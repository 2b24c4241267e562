namespace Isolux.Events.Hits;

/// <summary>
/// Triggered events as the electronics deliver them, in columns; the unit in which event data are read, written and passed on. Event i owns the hits
/// <c>Offsets[i]</c> to <c>Offsets[i + 1]</c> (exclusive) of the hit columns.
/// </summary>
public sealed class HitBatch
{
    private readonly int[] _offsets;

    /// <summary>A batch from its columns, which it keeps.</summary>
    /// <param name="eventNumbers">Number of every event in its run, strictly increasing; shape [events].</param>
    /// <param name="triggerTimesNs">Time of the trigger since the start of the run, ns; shape [events].</param>
    /// <param name="offsets">First hit of every event and the number of all hits; shape [events + 1], from 0, never falling.</param>
    /// <param name="channels">Index of the channel; shape [hits].</param>
    /// <param name="chargesPe">Charge in units of the nominal single photoelectron, PE (divide by the channel's gain to calibrate); shape [hits].</param>
    /// <param name="timesNs">Time since the trigger, ns (subtract offset and walk to calibrate); shape [hits].</param>
    /// <exception cref="ArgumentException">Columns differ in length or the offsets do not divide the hits.</exception>
    public HitBatch(uint[] eventNumbers, double[] triggerTimesNs, int[] offsets, int[] channels, float[] chargesPe, float[] timesNs)
    {
        ArgumentNullException.ThrowIfNull(eventNumbers);
        ArgumentNullException.ThrowIfNull(triggerTimesNs);
        ArgumentNullException.ThrowIfNull(offsets);
        ArgumentNullException.ThrowIfNull(channels);
        ArgumentNullException.ThrowIfNull(chargesPe);
        ArgumentNullException.ThrowIfNull(timesNs);
        if (triggerTimesNs.Length != eventNumbers.Length || offsets.Length != eventNumbers.Length + 1)
        {
            throw new ArgumentException(
                $"Columns of events differ in length ({eventNumbers.Length} numbers, {triggerTimesNs.Length} trigger times, {offsets.Length} offsets).", nameof(offsets));
        }

        if (chargesPe.Length != channels.Length || timesNs.Length != channels.Length)
        {
            throw new ArgumentException(
                $"Columns of hits differ in length ({channels.Length} channels, {chargesPe.Length} charges, {timesNs.Length} times).", nameof(channels));
        }

        if (offsets[0] != 0 || offsets[^1] != channels.Length || !IsSorted(offsets))
        {
            throw new ArgumentException($"Offsets must rise from 0 to the number of hits ({channels.Length}).", nameof(offsets));
        }

        EventNumbers = eventNumbers;
        TriggerTimesNs = triggerTimesNs;
        _offsets = offsets;
        Channels = channels;
        ChargesPe = chargesPe;
        TimesNs = timesNs;
    }

    /// <summary>Number of events.</summary>
    public int Count => EventNumbers.Length;

    /// <summary>Number of every event in its run; shape [events].</summary>
    public ReadOnlyMemory<uint> EventNumbers { get; }

    /// <summary>Time of the trigger since the start of the run, ns; shape [events].</summary>
    public ReadOnlyMemory<double> TriggerTimesNs { get; }

    /// <summary>First hit of every event and the number of all hits; shape [events + 1].</summary>
    public ReadOnlyMemory<int> Offsets => _offsets;

    /// <summary>Index of the channel; shape [hits].</summary>
    public ReadOnlyMemory<int> Channels { get; }

    /// <summary>Charge in units of the nominal single photoelectron, PE; shape [hits].</summary>
    public ReadOnlyMemory<float> ChargesPe { get; }

    /// <summary>Time since the trigger, ns; shape [hits].</summary>
    public ReadOnlyMemory<float> TimesNs { get; }

    /// <summary>The hits of one event.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such event in the batch.</exception>
    public HitView this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            int first = _offsets[index];
            int count = _offsets[index + 1] - first;
            return new HitView(
                EventNumbers.Span[index],
                TriggerTimesNs.Span[index],
                Channels.Span.Slice(first, count),
                ChargesPe.Span.Slice(first, count),
                TimesNs.Span.Slice(first, count));
        }
    }

    private static bool IsSorted(int[] offsets)
    {
        for (int i = 1; i < offsets.Length; i++)
        {
            if (offsets[i] < offsets[i - 1])
            {
                return false;
            }
        }

        return true;
    }
}
