namespace Isolux.Events.Hits;

/// <summary>The hits of one triggered event inside a <see cref="HitBatch"/>; one hit is one pulse of one channel.</summary>
/// <param name="eventNumber">Number of the event in its run.</param>
/// <param name="triggerTimeNs">Time of the trigger since the start of the run, ns.</param>
/// <param name="channels">Index of the channel; shape [hits].</param>
/// <param name="chargesPe">Charge in units of the nominal single photoelectron, PE; shape [hits].</param>
/// <param name="timesNs">Time since the trigger, ns; shape [hits].</param>
public readonly ref struct HitView(uint eventNumber, double triggerTimeNs, ReadOnlySpan<int> channels, ReadOnlySpan<float> chargesPe, ReadOnlySpan<float> timesNs)
{
    /// <summary>Number of the event in its run.</summary>
    public uint EventNumber { get; } = eventNumber;

    /// <summary>Time of the trigger since the start of the run, ns.</summary>
    public double TriggerTimeNs { get; } = triggerTimeNs;

    /// <summary>Index of the channel; shape [hits].</summary>
    public ReadOnlySpan<int> Channels { get; } = channels;

    /// <summary>Charge in units of the nominal single photoelectron, PE; shape [hits].</summary>
    public ReadOnlySpan<float> ChargesPe { get; } = chargesPe;

    /// <summary>Time since the trigger, ns; shape [hits].</summary>
    public ReadOnlySpan<float> TimesNs { get; } = timesNs;
}
