using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Isolux.Conditions.Payloads;

/// <summary>
/// Constants of every readout channel. A hit of charge Q (nominal PE) at time t since the trigger is calibrated to q = Q / gain and
/// t - offset - w (1 / sqrt(q) - 1).
/// </summary>
public sealed record ChannelConstantsPayload : Payload, INamedPayload
{
    // The walk of smaller pulses is that of this charge: the form diverges at 0.
    private const double SmallestWalkPe = 0.1;

    /// <summary>Constants from their stored numbers; see the properties.</summary>
    /// <exception cref="ArgumentException">Numbers of channels differ, or a gain is not positive.</exception>
    public ChannelConstantsPayload(
        ChannelValues gain,
        ChannelValues singlePeSpread,
        ChannelValues relativePde,
        ChannelValues timeOffsetNs,
        ChannelValues timeWalkNs,
        ChannelValues darkRateHz,
        ImmutableArray<ChannelStatus> statuses,
        string provenance)
        : base(provenance)
    {
        ArgumentNullException.ThrowIfNull(gain);
        if (statuses.IsDefaultOrEmpty
            || !new[] { gain, singlePeSpread, relativePde, timeOffsetNs, timeWalkNs, darkRateHz }.All(quantity => quantity?.Values.Length == statuses.Length))
        {
            throw new ArgumentException("Every quantity needs as many channels as there are statuses.", nameof(statuses));
        }

        if (!gain.Values.All(value => value > 0))
        {
            throw new ArgumentException("Gains are positive.", nameof(gain));
        }

        Gain = gain;
        SinglePeSpread = singlePeSpread;
        RelativePde = relativePde;
        TimeOffsetNs = timeOffsetNs;
        TimeWalkNs = timeWalkNs;
        DarkRateHz = darkRateHz;
        Statuses = statuses;
    }

    /// <inheritdoc/>
    public static string Name => "channelConstants";

    /// <summary>Mean charge of a photoelectron over the nominal one, tail included.</summary>
    public ChannelValues Gain { get; }

    /// <summary>Standard deviation of the charge of a photoelectron over its mean, tail included.</summary>
    public ChannelValues SinglePeSpread { get; }

    /// <summary>Detection efficiency over the expected one, mean 1 over the usable channels of a kind; 0 for a dead channel.</summary>
    public ChannelValues RelativePde { get; }

    /// <summary>Time offset of a pulse of 1 PE, ns; mean 0 over the usable channels of a type.</summary>
    public ChannelValues TimeOffsetNs { get; }

    /// <summary>Time walk w, ns.</summary>
    public ChannelValues TimeWalkNs { get; }

    /// <summary>Dark rate, Hz.</summary>
    public ChannelValues DarkRateHz { get; }

    /// <summary>Whether the channel can be used.</summary>
    public ImmutableArray<ChannelStatus> Statuses { get; }

    /// <summary>Number of channels.</summary>
    [JsonIgnore]
    public int ChannelCount => Statuses.Length;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string TypeName => Name;

    /// <inheritdoc/>
    [JsonIgnore]
    public override int SchemaVersion => 1;

    /// <inheritdoc/>
    [JsonIgnore]
    public override ImmutableSortedDictionary<string, string> Units => ImmutableSortedDictionary<string, string>.Empty
        .Add("gain", "1")
        .Add("singlePeSpread", "1")
        .Add("relativePde", "1")
        .Add("timeOffsetNs", "ns")
        .Add("timeWalkNs", "ns")
        .Add("darkRateHz", "Hz");

    /// <inheritdoc/>
    [JsonIgnore]
    public override ImmutableArray<HeadlineValue> Headlines =>
    [
        new("channels", ChannelCount, 0.0, "1"),
        new("dead channels", Statuses.Count(status => status == ChannelStatus.Dead), 0.0, "1"),
        new("noisy channels", Statuses.Count(status => status == ChannelStatus.Noisy), 0.0, "1"),
        MeanOf("mean gain", Gain, "1"),
        MeanOf("mean walk", TimeWalkNs, "ns"),
        MeanOf("mean dark rate", DarkRateHz, "Hz"),
    ];

    /// <summary>The charge of a hit in photoelectrons, PE.</summary>
    /// <param name="channel">Index of the channel.</param>
    /// <param name="measuredPe">Charge as measured, nominal PE.</param>
    public double CalibratedPe(int channel, double measuredPe) => measuredPe / Gain.Values[channel];

    /// <summary>What the channel adds to the time of a pulse: offset and walk, ns.</summary>
    /// <param name="channel">Index of the channel.</param>
    /// <param name="calibratedPe">Charge of the pulse, PE.</param>
    public double DelayNs(int channel, double calibratedPe) =>
        TimeOffsetNs.Values[channel] + (TimeWalkNs.Values[channel] * ((1.0 / Math.Sqrt(Math.Max(calibratedPe, SmallestWalkPe))) - 1.0));

    private HeadlineValue MeanOf(string name, ChannelValues quantity, string unit)
    {
        int[] usable = [.. Enumerable.Range(0, ChannelCount).Where(channel => Statuses[channel] is ChannelStatus.Good or ChannelStatus.Noisy)];
        return usable.Length == 0
            ? new(name, 0.0, 0.0, unit)
            : new(name, usable.Average(channel => quantity.Values[channel]), Math.Sqrt(usable.Sum(channel => quantity.Errors[channel] * quantity.Errors[channel])) / usable.Length, unit);
    }
}
