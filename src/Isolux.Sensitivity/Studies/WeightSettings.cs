using System.Collections.Immutable;
using Isolux.Sensitivity.Statistics;

namespace Isolux.Sensitivity.Studies;

/// <summary>Resolutions at which the weights of b and c are derived.</summary>
public sealed record WeightSettings
{
    /// <summary>Years at full power; default 6.5.</summary>
    public double FullPowerYears { get; init; } = 6.5;

    /// <summary>Stochastic terms at which the weights are wanted, percent; default 2.4, 2.6, 2.8.</summary>
    public ImmutableArray<double> StochasticPercent { get; init; } = [2.4, 2.6, 2.8];

    /// <summary>Constant terms of the mock spectra, percent; default 0.5 to 1.25.</summary>
    public ImmutableArray<double> ConstantPercent { get; init; } = [0.5, 0.75, 1.0, 1.25];

    /// <summary>Noise terms of the mock spectra, percent; default 0.8 to 2.0.</summary>
    public ImmutableArray<double> NoisePercent { get; init; } = [0.8, 1.2, 1.6, 2.0];

    /// <summary>Stochastic terms of the curve with b = c = 0 that defines the equivalent one, percent; default 2.2 to 4.</summary>
    public ImmutableArray<double> CurvePercent { get; init; } = [2.2, 2.5, 2.8, 3.1, 3.4, 3.7, 4.0];

    /// <summary>Minimised form; default the combined Neyman and Pearson form.</summary>
    public ChiSquareForm Form { get; init; } = ChiSquareForm.CombinedNeymanPearson;

    /// <summary>Threads; results do not depend on them.</summary>
    public int Threads { get; init; } = 1;
}
