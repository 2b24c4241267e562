using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Isolux.Quantities;

namespace Isolux.Conditions.Payloads;

/// <summary>
/// What light at a point makes in every large PMT: photoelectrons per MeV, and when. Expected photoelectrons of channel i = energy x <see cref="PePerMeV"/> x A(r, theta, phi) x share(i), the shares
/// of all channels summing to 1; the time follows from <see cref="Delays"/>.
/// </summary>
public sealed record ExpectedLightMapPayload : Payload, INamedPayload
{
    /// <summary>The expected light of a detector.</summary>
    /// <param name="pePerMeV">Photoelectrons of all large PMTs per MeV of unquenched light at the centre, PE/MeV.</param>
    /// <param name="light">Light that arrives over that from the centre.</param>
    /// <param name="shares">How it is shared among channels.</param>
    /// <param name="delays">When it arrives.</param>
    /// <param name="provenance">Where it comes from: "simulation" with its settings.</param>
    /// <exception cref="ArgumentOutOfRangeException">The yield is not positive.</exception>
    public ExpectedLightMapPayload(double pePerMeV, LightSurface light, HitShares shares, HitDelays delays, string provenance)
        : base(provenance)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Finite.Require(pePerMeV, nameof(pePerMeV)));
        ArgumentNullException.ThrowIfNull(light);
        ArgumentNullException.ThrowIfNull(shares);
        ArgumentNullException.ThrowIfNull(delays);
        PePerMeV = pePerMeV;
        Light = light;
        Shares = shares;
        Delays = delays;
    }

    /// <inheritdoc/>
    public static string Name => "expectedLightMap";

    /// <summary>Photoelectrons of all large PMTs per MeV of unquenched light at the centre, PE/MeV.</summary>
    public double PePerMeV { get; }

    /// <summary>Light that arrives over that from the centre.</summary>
    public LightSurface Light { get; }

    /// <summary>How it is shared among channels.</summary>
    public HitShares Shares { get; }

    /// <summary>When it arrives.</summary>
    public HitDelays Delays { get; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string TypeName => Name;

    /// <inheritdoc/>
    [JsonIgnore]
    public override int SchemaVersion => 1;

    /// <inheritdoc/>
    [JsonIgnore]
    public override ImmutableSortedDictionary<string, string> Units => ImmutableSortedDictionary<string, string>.Empty
        .Add("pePerMeV", "PE/MeV")
        .Add("light.outerRadiusMm", "mm").Add("light.innerRadiusMm", "mm").Add("light.axialRatio", "1").Add("light.azimuthalRatio", "1")
        .Add("shares.radiiMm", "mm").Add("shares.profileRatio", "1").Add("shares.channelWeights", "1")
        .Add("delays.sensorRadiusMm", "mm").Add("delays.slownessNsPerMm", "ns/mm").Add("delays.radiiMm", "mm").Add("delays.probabilities", "1").Add("delays.quantilesNs", "ns")
        .Add("delays.decayTimesNs", "ns").Add("delays.decayFractions", "1").Add("delays.promptFraction", "1").Add("delays.transitTimeSpreadsNs", "ns");

    /// <inheritdoc/>
    [JsonIgnore]
    public override ImmutableArray<HeadlineValue> Headlines =>
    [
        new("light at the centre", PePerMeV, 0.0, "PE/MeV"),
        new("channels", Shares.ChannelWeights.Length, 0.0, "1"),
        new("outer radius", Light.OuterRadiusMm, 0.0, "mm"),
    ];
}
