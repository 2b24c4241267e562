using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Isolux.Quantities;

namespace Isolux.Conditions.Payloads;

/// <summary>
/// Instrumental non-linearity of every large PMT: a <see cref="ChargeCurve"/> each. All channels share the shape (s1, s2), every channel has its own slope.
/// </summary>
public sealed record ChannelChargeCurvesPayload : Payload, INamedPayload
{
    private const int ShapeTerms = 2;

    /// <summary>Curves from their stored numbers; see the properties.</summary>
    /// <exception cref="ArgumentException">Lengths do not match, or a number is not finite or out of range.</exception>
    public ChannelChargeCurvesPayload(
        ImmutableArray<double> slopesPerPe, ImmutableArray<double> slopeErrorsPerPe, ImmutableArray<double> shapeCoefficients, ImmutableArray<double> shapeErrors, double largestPe, string provenance)
        : base(provenance)
    {
        if (slopesPerPe.IsDefaultOrEmpty || slopeErrorsPerPe.IsDefault || slopesPerPe.Length != slopeErrorsPerPe.Length)
        {
            throw new ArgumentException("Charge curves need a slope and an error for every channel.", nameof(slopesPerPe));
        }

        if (!slopesPerPe.All(double.IsFinite) || !slopeErrorsPerPe.All(error => error >= 0 && double.IsFinite(error)))
        {
            throw new ArgumentException("Slopes of charge curves are finite and their errors not negative.", nameof(slopesPerPe));
        }

        if (shapeCoefficients.IsDefault || shapeErrors.IsDefault || shapeCoefficients.Length != ShapeTerms || shapeErrors.Length != ShapeTerms || !shapeCoefficients.All(double.IsFinite) || !shapeErrors.All(error => error >= 0 && double.IsFinite(error)))
        {
            throw new ArgumentException($"The shape of charge curves has {ShapeTerms} finite coefficients with errors.", nameof(shapeCoefficients));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(Finite.Require(largestPe, nameof(largestPe)), 1.0);
        SlopesPerPe = slopesPerPe;
        SlopeErrorsPerPe = slopeErrorsPerPe;
        ShapeCoefficients = shapeCoefficients;
        ShapeErrors = shapeErrors;
        LargestPe = largestPe;
    }

    /// <inheritdoc/>
    public static string Name => "channelChargeCurves";

    /// <summary>Slope of every large PMT, 1/PE; element i is channel i.</summary>
    public ImmutableArray<double> SlopesPerPe { get; }

    /// <summary>Standard errors of the slopes, 1/PE.</summary>
    public ImmutableArray<double> SlopeErrorsPerPe { get; }

    /// <summary>Common shape s1, s2 (dimensionless).</summary>
    public ImmutableArray<double> ShapeCoefficients { get; }

    /// <summary>Standard errors of the shape.</summary>
    public ImmutableArray<double> ShapeErrors { get; }

    /// <summary>Largest true charge the correction gives, PE: a charge measured above what the curve reaches there counts as this.</summary>
    public double LargestPe { get; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string TypeName => Name;

    /// <inheritdoc/>
    [JsonIgnore]
    public override int SchemaVersion => 1;

    /// <inheritdoc/>
    [JsonIgnore]
    public override ImmutableSortedDictionary<string, string> Units => ImmutableSortedDictionary<string, string>.Empty
        .Add("slopesPerPe", "1/PE")
        .Add("slopeErrorsPerPe", "1/PE")
        .Add("shapeCoefficients", "1")
        .Add("shapeErrors", "1")
        .Add("largestPe", "PE");

    /// <inheritdoc/>
    [JsonIgnore]
    public override ImmutableArray<HeadlineValue> Headlines =>
    [
        new("mean loss at 100 PE", Enumerable.Range(0, SlopesPerPe.Length).Average(channel => 1.0 - (MeasuredPe(channel, 100.0) / 100.0)), 0.0, "1"),
        new("first shape coefficient", ShapeCoefficients[0], ShapeErrors[0], "1"),
    ];

    /// <summary>The charge a channel measures, PE.</summary>
    /// <param name="channel">Index of a large PMT.</param>
    /// <param name="chargePe">True charge, PE.</param>
    public double MeasuredPe(int channel, double chargePe) => Curve(channel).MeasuredPe(chargePe);

    /// <summary>The true charge behind a measured one, PE: the inverse of <see cref="MeasuredPe"/>, at most <see cref="LargestPe"/>.</summary>
    /// <param name="channel">Index of a large PMT.</param>
    /// <param name="measuredPe">Measured charge, PE.</param>
    public double CorrectedPe(int channel, double measuredPe) => Curve(channel).CorrectedPe(measuredPe, LargestPe);

    private ChargeCurve Curve(int channel) => new(SlopesPerPe[channel], ShapeCoefficients[0], ShapeCoefficients[1]);
}
