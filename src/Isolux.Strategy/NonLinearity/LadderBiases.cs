using System.Collections.Immutable;
using Isolux.Calibration.NonLinearity;

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

    /// <summary>What the correction of the instrumental non-linearity leaves on all lines.</summary>
    public static CorrelatedBias OfInstrument { get; } = new("residual instrumental shape", BiasKind.TwoSided, 0.3, 2.55, []);
}
