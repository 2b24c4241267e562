using System.Collections.Immutable;
using Isolux.Numerics.Statistics;
using Isolux.Quantities;

namespace Isolux.Conditions.Payloads;

/// <summary>
/// When the light of a point arrives. Time of a hit = time of the light + straight line to the sensor at <see cref="SlownessNsPerMm"/> + delay. The delay is the sum of what real light takes
/// beyond the straight line (refraction, reflection, scattering, re-emission; quantiles in cells of radius and s = sin(gamma/2)), the decay of the scintillation and the transit-time spread of the type.
/// </summary>
public sealed record HitDelays
{
    private const double LeastWidthNs = 0.05;
    private const double LeastSpreadNs = 0.2;

    /// <summary>Delays from their stored numbers; see the properties.</summary>
    /// <exception cref="ArgumentException">Lengths do not match, radii or probabilities do not increase, or a number is out of range.</exception>
    public HitDelays(
        double sensorRadiusMm,
        double slownessNsPerMm,
        ImmutableArray<double> radiiMm,
        int columns,
        ImmutableArray<double> probabilities,
        ImmutableArray<double> quantilesNs,
        ImmutableArray<double> decayTimesNs,
        ImmutableArray<double> decayFractions,
        double promptFraction,
        ImmutableArray<string> sensorTypes,
        ImmutableArray<double> transitTimeSpreadsNs)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Finite.Require(sensorRadiusMm, nameof(sensorRadiusMm)));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Finite.Require(slownessNsPerMm, nameof(slownessNsPerMm)));
        RequireIncreasing(radiiMm, nameof(radiiMm));
        RequireIncreasing(probabilities, nameof(probabilities));
        if (quantilesNs.Length != radiiMm.Length * columns * probabilities.Length || !quantilesNs.All(double.IsFinite))
        {
            throw new ArgumentException("One finite quantile per radius, column and probability is needed.", nameof(quantilesNs));
        }

        if (decayTimesNs.Length != decayFractions.Length || !decayTimesNs.All(time => time > 0) || !(promptFraction >= 0 && promptFraction <= 1))
        {
            throw new ArgumentException("Every decay component has a positive time and a fraction; the prompt fraction lies in [0, 1].", nameof(decayTimesNs));
        }

        if (sensorTypes.IsDefaultOrEmpty || sensorTypes.Length != transitTimeSpreadsNs.Length || !transitTimeSpreadsNs.All(spread => spread >= 0))
        {
            throw new ArgumentException("Every sensor type has a transit-time spread.", nameof(sensorTypes));
        }

        SensorRadiusMm = sensorRadiusMm;
        SlownessNsPerMm = slownessNsPerMm;
        RadiiMm = radiiMm;
        Columns = columns;
        Probabilities = probabilities;
        QuantilesNs = quantilesNs;
        DecayTimesNs = decayTimesNs;
        DecayFractions = decayFractions;
        PromptFraction = promptFraction;
        SensorTypes = sensorTypes;
        TransitTimeSpreadsNs = transitTimeSpreadsNs;
    }

    /// <summary>Radius of the sphere on which the straight lines end, mm.</summary>
    public double SensorRadiusMm { get; }

    /// <summary>Inverse velocity along them, ns/mm.</summary>
    public double SlownessNsPerMm { get; }

    /// <summary>Radii of the rows, mm.</summary>
    public ImmutableArray<double> RadiiMm { get; }

    /// <summary>Columns of s, even from 0 to 1.</summary>
    public int Columns { get; }

    /// <summary>Probabilities of the quantiles, from 0 to 1.</summary>
    public ImmutableArray<double> Probabilities { get; }

    /// <summary>Delay of the flight, ns, shape [radii, columns, probabilities]; even between two quantiles.</summary>
    public ImmutableArray<double> QuantilesNs { get; }

    /// <summary>Decay times of the scintillation, ns; empty where light is prompt.</summary>
    public ImmutableArray<double> DecayTimesNs { get; }

    /// <summary>Fractions of the decay components, sum 1.</summary>
    public ImmutableArray<double> DecayFractions { get; }

    /// <summary>Fraction of the light that does not wait for a decay (Cherenkov light of an electron of a few MeV).</summary>
    public double PromptFraction { get; }

    /// <summary>Names of the sensor types.</summary>
    public ImmutableArray<string> SensorTypes { get; }

    /// <summary>Transit-time spread per sensor type, sigma, ns.</summary>
    public ImmutableArray<double> TransitTimeSpreadsNs { get; }

    /// <summary>The last row at or inside a radius and how far the radius lies on the way to the next, in [0, 1].</summary>
    /// <param name="radiusMm">The radius, mm.</param>
    public (int Row, double Fraction) RowBelow(double radiusMm) => RadialRows.Below(RadiiMm, radiusMm);

    /// <summary>Probability that decay and transit time together add less than a time (exponentials convolved with a Gaussian).</summary>
    /// <param name="type">Index of the sensor type.</param>
    /// <param name="timeNs">The time, ns.</param>
    public double EmissionCumulative(int type, double timeNs)
    {
        double spreadNs = Math.Max(TransitTimeSpreadsNs[type], LeastSpreadNs);
        double prompt = Normal.Cumulative(timeNs / spreadNs);
        double delayed = DecayTimesNs.IsEmpty ? prompt : 0.0;
        for (int i = 0; i < DecayTimesNs.Length; i++)
        {
            double ratio = spreadNs / DecayTimesNs[i];
            delayed += DecayFractions[i]
                * (prompt - (Math.Exp((0.5 * ratio * ratio) - (timeNs / DecayTimesNs[i])) * Normal.Cumulative((timeNs / spreadNs) - ratio)));
        }

        return (PromptFraction * prompt) + ((1.0 - PromptFraction) * delayed);
    }

    /// <summary>Density of the delay in one cell, 1/ns.</summary>
    /// <param name="row">Row of the radius.</param>
    /// <param name="column">Column of s.</param>
    /// <param name="delayNs">The delay, ns.</param>
    /// <param name="emissionCumulative">Distribution function of the rest, <see cref="EmissionCumulative"/> or a table of it.</param>
    public double DensityPerNs(int row, int column, double delayNs, Func<double, double> emissionCumulative)
    {
        ReadOnlySpan<double> quantilesNs = QuantilesNs.AsSpan(((row * Columns) + column) * Probabilities.Length, Probabilities.Length);
        double density = 0;
        double before = emissionCumulative(delayNs - quantilesNs[0]);
        for (int i = 1; i < Probabilities.Length; i++)
        {
            // An interval of no width is widened towards later times.
            double widthNs = Math.Max(quantilesNs[i] - quantilesNs[i - 1], LeastWidthNs);
            double after = emissionCumulative(delayNs - (quantilesNs[i - 1] + widthNs));
            density += (Probabilities[i] - Probabilities[i - 1]) * (before - after) / widthNs;
            before = emissionCumulative(delayNs - quantilesNs[i]);
        }

        return density;
    }

    private static void RequireIncreasing(ImmutableArray<double> values, string name)
    {
        if (values.Length < 2 || values[0] != 0 || !double.IsFinite(values[^1]) || values.Zip(values.Skip(1)).Any(pair => !(pair.Second > pair.First)))
        {
            throw new ArgumentException("At least two increasing numbers from 0 on are needed.", name);
        }
    }
}
