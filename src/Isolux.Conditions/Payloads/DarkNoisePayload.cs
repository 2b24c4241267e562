using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Isolux.Quantities;

namespace Isolux.Conditions.Payloads;

/// <summary>Dark noise of all counting photosensors together: Poisson mean per readout window, subtracted from the charge of every event.</summary>
public sealed record DarkNoisePayload : Payload, INamedPayload
{
    /// <summary>The measured dark noise.</summary>
    /// <param name="meanPe">Mean count per window, PE; not negative.</param>
    /// <param name="errorPe">One standard deviation of the mean, PE; not negative.</param>
    /// <param name="windowNs">Length of the window, ns; positive.</param>
    /// <param name="provenance">Where the value comes from.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite or out of range.</exception>
    public DarkNoisePayload(double meanPe, double errorPe, double windowNs, string provenance)
        : base(provenance)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Finite.Require(meanPe, nameof(meanPe)));
        ArgumentOutOfRangeException.ThrowIfNegative(Finite.Require(errorPe, nameof(errorPe)));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Finite.Require(windowNs, nameof(windowNs)));
        MeanPe = meanPe;
        ErrorPe = errorPe;
        WindowNs = windowNs;
    }

    /// <inheritdoc/>
    public static string Name => "darkNoise";

    /// <summary>Mean count per window, PE.</summary>
    public double MeanPe { get; }

    /// <summary>One standard deviation of the mean, PE.</summary>
    public double ErrorPe { get; }

    /// <summary>Length of the window, ns.</summary>
    public double WindowNs { get; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string TypeName => Name;

    /// <inheritdoc/>
    [JsonIgnore]
    public override int SchemaVersion => 1;

    /// <inheritdoc/>
    [JsonIgnore]
    public override ImmutableSortedDictionary<string, string> Units =>
        ImmutableSortedDictionary<string, string>.Empty.Add("meanPe", "PE").Add("errorPe", "PE").Add("windowNs", "ns");

    /// <inheritdoc/>
    [JsonIgnore]
    public override ImmutableArray<HeadlineValue> Headlines => [new("dark noise", MeanPe, ErrorPe, "PE/window")];
}
