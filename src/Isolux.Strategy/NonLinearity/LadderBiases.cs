using System.Collections.Immutable;
using Isolux.Calibration.NonLinearity;
using Isolux.Strategy.Capsules;

namespace Isolux.Strategy.NonLinearity;

/// <summary>Correlated biases of source lines; bounds and sizes of the published calibration strategy (JHEP 03 (2021) 004, section 3.4).</summary>
internal static class LadderBiases
{
    /// <summary>Of lines from capsules: photons that hit the capsule, and energy that gammas leave in it.</summary>
    public static ImmutableArray<CorrelatedBias> OfCapsules(ImmutableArray<string> capsules) =>
    [
        new("shadowing", BiasKind.OneSided, -0.15, null, capsules),
        new("energy loss in the capsule", BiasKind.OneSided, -0.06, null, capsules),
    ];

    /// <summary>
    /// The same two with computed sizes: each line's bias, one standard error more, relative to neutron capture on hydrogen around its own capsule, to which all ratios are relative.
    /// </summary>
    public static ImmutableArray<CorrelatedBias> OfCapsules(ImmutableArray<CapsuleBias> biases, string reference) =>
    [
        Computed("shadowing", biases, reference, bias => bias.Shadowing.Bias),
        Computed("energy loss in the capsule", biases, reference, bias => bias.EnergyLoss.Bias),
    ];

    /// <summary>What the correction of the instrumental non-linearity leaves on all lines.</summary>
    public static CorrelatedBias OfInstrument { get; } = new("residual instrumental shape", BiasKind.TwoSided, 0.3, 2.55, []);

    private static CorrelatedBias Computed(string name, ImmutableArray<CapsuleBias> biases, string reference, Func<CapsuleBias, MeasuredPercent> select)
    {
        MeasuredPercent zero = biases.Where(bias => bias.Line == reference).Select(select).FirstOrDefault();
        ImmutableArray<CapsuleBias> lines = [.. biases.Where(bias => bias.Line != reference)];
        return new CorrelatedBias(name, BiasKind.OneSided, 0.0, null, [.. lines.Select(bias => bias.Line)])
        {
            SizesPercent = lines.ToImmutableSortedDictionary(bias => bias.Line, bias => Size(select(bias), zero)),
        };
    }

    private static double Size(MeasuredPercent bias, MeasuredPercent zero) =>
        Math.Min(0.0, bias.ValuePercent - zero.ValuePercent) - Math.Sqrt((bias.ErrorPercent * bias.ErrorPercent) + (zero.ErrorPercent * zero.ErrorPercent));
}
