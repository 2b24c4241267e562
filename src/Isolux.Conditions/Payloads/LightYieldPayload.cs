using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Isolux.Quantities;

namespace Isolux.Conditions.Payloads;

/// <summary>
/// Y0: dark-subtracted full-absorption peak of the calibration line at the detector centre over the line's energy, in PE/MeV.
/// </summary>
public sealed record LightYieldPayload : Payload, INamedPayload
{
    /// <summary>The measured light yield.</summary>
    /// <param name="valuePePerMeV">Y0, PE/MeV; positive.</param>
    /// <param name="errorPePerMeV">One standard deviation, PE/MeV; not negative.</param>
    /// <param name="provenance">Where the value comes from: source, campaign and run, or "simulation".</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite or out of range.</exception>
    public LightYieldPayload(double valuePePerMeV, double errorPePerMeV, string provenance)
        : base(provenance)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Finite.Require(valuePePerMeV, nameof(valuePePerMeV)));
        ArgumentOutOfRangeException.ThrowIfNegative(Finite.Require(errorPePerMeV, nameof(errorPePerMeV)));
        ValuePePerMeV = valuePePerMeV;
        ErrorPePerMeV = errorPePerMeV;
    }

    /// <inheritdoc/>
    public static string Name => "lightYield";

    /// <summary>Y0, PE/MeV.</summary>
    public double ValuePePerMeV { get; }

    /// <summary>One standard deviation of Y0, PE/MeV.</summary>
    public double ErrorPePerMeV { get; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string TypeName => Name;

    /// <inheritdoc/>
    [JsonIgnore]
    public override int SchemaVersion => 1;

    /// <inheritdoc/>
    [JsonIgnore]
    public override ImmutableSortedDictionary<string, string> Units =>
        ImmutableSortedDictionary<string, string>.Empty.Add("valuePePerMeV", "PE/MeV").Add("errorPePerMeV", "PE/MeV");

    /// <inheritdoc/>
    [JsonIgnore]
    public override ImmutableArray<HeadlineValue> Headlines => [new("Y0", ValuePePerMeV, ErrorPePerMeV, "PE/MeV")];
}
