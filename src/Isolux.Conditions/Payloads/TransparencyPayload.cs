using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Isolux.Quantities;

namespace Isolux.Conditions.Payloads;

/// <summary>Transparency of the scintillator at one wavelength: absorption and Rayleigh length with their covariance.</summary>
public sealed record TransparencyPayload : Payload, INamedPayload
{
    /// <summary>The measured lengths.</summary>
    /// <param name="wavelengthNm">Wavelength, nm; positive.</param>
    /// <param name="absorptionLengthM">Absorption length, m; positive.</param>
    /// <param name="absorptionErrorM">One standard deviation, m; not negative.</param>
    /// <param name="rayleighLengthM">Rayleigh length, m; positive.</param>
    /// <param name="rayleighErrorM">One standard deviation, m; not negative.</param>
    /// <param name="correlation">Correlation of the two, from -1 to 1.</param>
    /// <param name="provenance">Where the values come from.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite or out of range.</exception>
    public TransparencyPayload(
        double wavelengthNm, double absorptionLengthM, double absorptionErrorM, double rayleighLengthM, double rayleighErrorM, double correlation, string provenance)
        : base(provenance)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Finite.Require(wavelengthNm, nameof(wavelengthNm)));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Finite.Require(absorptionLengthM, nameof(absorptionLengthM)));
        ArgumentOutOfRangeException.ThrowIfNegative(Finite.Require(absorptionErrorM, nameof(absorptionErrorM)));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Finite.Require(rayleighLengthM, nameof(rayleighLengthM)));
        ArgumentOutOfRangeException.ThrowIfNegative(Finite.Require(rayleighErrorM, nameof(rayleighErrorM)));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(Finite.Require(correlation, nameof(correlation))), 1.0, nameof(correlation));
        (WavelengthNm, Correlation) = (wavelengthNm, correlation);
        (AbsorptionLengthM, AbsorptionErrorM) = (absorptionLengthM, absorptionErrorM);
        (RayleighLengthM, RayleighErrorM) = (rayleighLengthM, rayleighErrorM);
    }

    /// <inheritdoc/>
    public static string Name => "transparency";

    /// <summary>Wavelength, nm.</summary>
    public double WavelengthNm { get; }

    /// <summary>Absorption length, m.</summary>
    public double AbsorptionLengthM { get; }

    /// <summary>One standard deviation of the absorption length, m.</summary>
    public double AbsorptionErrorM { get; }

    /// <summary>Rayleigh length, m.</summary>
    public double RayleighLengthM { get; }

    /// <summary>One standard deviation of the Rayleigh length, m.</summary>
    public double RayleighErrorM { get; }

    /// <summary>Correlation of the two lengths.</summary>
    public double Correlation { get; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string TypeName => Name;

    /// <inheritdoc/>
    [JsonIgnore]
    public override int SchemaVersion => 1;

    /// <inheritdoc/>
    [JsonIgnore]
    public override ImmutableSortedDictionary<string, string> Units => ImmutableSortedDictionary<string, string>.Empty
        .Add("wavelengthNm", "nm")
        .Add("absorptionLengthM", "m")
        .Add("absorptionErrorM", "m")
        .Add("rayleighLengthM", "m")
        .Add("rayleighErrorM", "m")
        .Add("correlation", "1");

    /// <inheritdoc/>
    [JsonIgnore]
    public override ImmutableArray<HeadlineValue> Headlines =>
    [
        new("absorption length", AbsorptionLengthM, AbsorptionErrorM, "m"),
        new("Rayleigh length", RayleighLengthM, RayleighErrorM, "m"),
        new("wavelength", WavelengthNm, null, "nm"),
    ];
}
