using System.Collections.Immutable;

namespace Isolux.Calibration.NonLinearity;

/// <summary>A bias that moves several gamma points together: one common scale, uniform in [0, 1] or [-1, 1], times its size.</summary>
/// <param name="Name">What causes it.</param>
/// <param name="Kind">Whether its sign is known.</param>
/// <param name="SizePercent">Shift of the measured ratio at full scale, percent, with its sign.</param>
/// <param name="DecayEnergyMeV">Where set, the shift falls as exp(-E / this), MeV.</param>
/// <param name="Points">Names of the points it moves; empty for all.</param>
public sealed record CorrelatedBias(string Name, BiasKind Kind, double SizePercent, double? DecayEnergyMeV, ImmutableArray<string> Points)
{
    /// <summary>Sizes of single points instead of <see cref="SizePercent"/>, by name; empty where all have the same.</summary>
    public ImmutableSortedDictionary<string, double> SizesPercent { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>Variance of the scale, which is uniform.</summary>
    public double ScaleVariance => Kind == BiasKind.OneSided ? 1.0 / 12.0 : 1.0 / 3.0;

    /// <summary>The scale for a uniform random number in (0, 1).</summary>
    public double Scale(double uniform) => Kind == BiasKind.OneSided ? uniform : (2.0 * uniform) - 1.0;

    /// <summary>Relative shift of a point at full scale.</summary>
    public double ShiftFraction(GammaPoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        if (!Points.IsEmpty && !Points.Contains(point.Name))
        {
            return 0.0;
        }

        double sizePercent = SizesPercent.TryGetValue(point.Name, out double own) ? own : SizePercent;
        return sizePercent / 100.0 * (DecayEnergyMeV is { } decayMeV ? Math.Exp(-point.EnergyMeV / decayMeV) : 1.0);
    }
}
